// From the model to the plan: shapes, names and files of everything that is generated.
import { type Diagnostic, hasError } from "../diagnostic.ts";
import { type Memory, share } from "../memory/memory.ts";
import type { ContractModel, MessageModel } from "../model/contract-model.ts";
import { describeDeprecation } from "../shape/notes.ts";
import type { Notes, Shape } from "../shape/shape.ts";
import { judgeCycles } from "./judge-cycles.ts";
import { judgeNames } from "./judge-names.ts";
import type { ChannelPlan, ContractPlan, MessagePlan, TypePlan } from "./plan.ts";
import { type ChannelDraft, planChannels } from "./plan-channels.ts";
import { planComponents } from "./plan-components.ts";
import { draftMembers, draftMessages, type MessageDraft } from "./plan-drafts.ts";
import { messageId, nameMessages } from "./plan-messages.ts";
import { planTwins } from "./plan-twins.ts";
import { completeType, draftType, type TypeDraft } from "./plan-type.ts";
import { reachedShapes } from "./reached-shapes.ts";
import { createReadSchema } from "./read-schema.ts";

export interface PlanResult {
  /** Absent where a diagnostic is an error. */
  readonly plan?: ContractPlan;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOptions {
  /** Types and schemas alone: nothing is made for channels. */
  readonly eventsOnly?: boolean;
  /** What earlier runs of the same contract left. */
  readonly memory?: Memory | undefined;
}

/** Names of messages and channels depend on nothing but keys; components and parts take what is left. */
export function planContract(model: ContractModel, options: PlanOptions = {}): PlanResult {
  const { eventsOnly, memory } = options;
  const diagnostics: Diagnostic[] = [];
  const names = nameMessages(model.channels, diagnostics);
  const channelDrafts = eventsOnly ? [] : planChannels(model.channels, diagnostics);
  const readSchema = createReadSchema(model, diagnostics, memory);
  const messageDrafts = draftMessages(names, (input) => draftType(input, readSchema));
  const members = draftMembers(channelDrafts, (input) => draftType(input, readSchema));
  const drafts = [...messageDrafts.flatMap(draftsOf), ...members.values()];
  const roots = drafts.map(({ shape }) => shape);
  const reached = reachedShapes(roots, model, readSchema);
  const taken = new Set(drafts.map(({ typeName }) => typeName.toLowerCase()));
  const payloads = new Set(messageDrafts.flatMap(({ payload }) => idOf(payload.shape)));
  const shareFile = <Plan extends TypePlan>(plan: Plan): Plan =>
    share(memory?.made, `plan of ${plan.file}`, plan);
  const components = planComponents({ model, reached, payloads, taken }).map(shareFile);
  const plans = new Map(drafts.map((draft) => [draft, completeType(draft, taken)]));
  const messages = new Map(
    messageDrafts.map((draft) => [draft.id, shareFile(planMessage(draft, plans))]),
  );
  const channels = channelDrafts.map((draft) =>
    share(
      memory?.made,
      `plan of channel ${draft.file}`,
      planChannel(draft, messages, members, plans),
    ),
  );
  diagnostics.push(...judgeNames(channels, [...messages.values()]), ...judgeCycles(components));
  if (hasError(diagnostics)) return { diagnostics };
  const ofMessages = new Set(messageDrafts.map(({ payload }) => payload));
  const others = [...plans].flatMap(([draft, plan]) =>
    ofMessages.has(draft) ? [] : [shareFile(plan)],
  );
  const types = [...components, ...messages.values(), ...others];
  const plan = {
    components: new Map(components.map((component) => [component.id, component])),
    componentsByName: new Map(components.map((component) => [component.typeName, component])),
    channels,
    twins: planTwins(channels),
    types: types.sort(byFile),
  };
  return { plan, diagnostics };
}

function idOf(shape: Shape): readonly string[] {
  return shape.kind === "reference" ? [shape.id] : [];
}

function draftsOf({ payload, extensions }: MessageDraft): readonly TypeDraft[] {
  return extensions ? [payload, extensions] : [payload];
}

type Plans = ReadonlyMap<TypeDraft, TypePlan>;

function planMessage(draft: MessageDraft, plans: Plans): MessagePlan {
  const { message, payload, extensions } = draft;
  const attributes = extensions && plans.get(extensions);
  return {
    ...(plans.get(payload) ?? { ...payload, parts: [] }),
    notes: messageNotes(message, payload.notes),
    origin: message.origin,
    model: message,
    ...(attributes && { extensions: attributes }),
  };
}

function planChannel(
  draft: ChannelDraft,
  messages: ReadonlyMap<string, MessagePlan>,
  members: ReadonlyMap<string, TypeDraft>,
  plans: Plans,
): ChannelPlan {
  const events = draft.events.flatMap((event) => {
    const message = messages.get(messageId(event.model));
    return message === undefined ? [] : [{ ...event, message }];
  });
  const memberDraft = members.get(draft.pascal);
  const member = memberDraft && plans.get(memberDraft);
  return { ...draft, events, ...(member && { member }) };
}

/** The message speaks before its payload. */
function messageNotes(message: MessageModel, payload: Notes): Notes {
  const { description, deprecated, examples } = message;
  return {
    ...payload,
    ...(examples.length > 0 && { examples: examples.map((example) => example.payload) }),
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated: describeDeprecation({ ...deprecated }) }),
  };
}

function byFile(one: TypePlan, two: TypePlan): number {
  return one.file < two.file ? -1 : 1;
}
