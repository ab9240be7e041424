// From the model to the plan: shapes, names and files of everything that is generated.
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel, MessageModel } from "../model/contract-model.ts";
import { describeDeprecation } from "../shape/notes.ts";
import type { Notes } from "../shape/shape.ts";
import { judgeNames } from "./judge-names.ts";
import type { ContractPlan, MessagePlan, TypePlan } from "./plan.ts";
import { planChannels } from "./plan-channels.ts";
import { planComponents } from "./plan-components.ts";
import { messageId, nameMessages } from "./plan-messages.ts";
import { completeType, draftType, type TypeDraft } from "./plan-type.ts";
import { reachedShapes } from "./reached-shapes.ts";

export interface PlanResult {
  /** Absent where a diagnostic is an error. */
  readonly plan?: ContractPlan;
  readonly diagnostics: readonly Diagnostic[];
}

/** Names of messages and channels depend on nothing but keys; components and parts take what is left. */
export function planContract(model: ContractModel): PlanResult {
  const diagnostics: Diagnostic[] = [];
  const names = nameMessages(model.channels, diagnostics);
  const channels = planChannels(model.channels, diagnostics);
  const draft = (input: Parameters<typeof draftType>[0]): TypeDraft =>
    draftType(input, model, diagnostics);
  const messages = [...names].map(([id, { model: message, typeName, file }]) => {
    const payload = draft({
      typeName,
      file,
      schema: message.payload,
      role: `Judges the payload of \`${message.name}\`.`,
    });
    const headers = message.envelope?.extensions;
    const extensions =
      headers &&
      draft({
        typeName: `${typeName}Attributes`,
        file: `${file}-attributes`,
        schema: headers,
        role: `Judges the attributes of \`${message.name}\` beside CloudEvents' own.`,
      });
    return { id, message, payload, extensions };
  });
  const members = channels.flatMap(({ model: channel, pascal, file }) => {
    if (channel.member === undefined) return [];
    const role = `Judges the \`user_info\` of a member of \`${channel.address}\`.`;
    return [
      {
        pascal,
        draft: draft({
          typeName: `${pascal}Member`,
          file: `members/${file}`,
          schema: channel.member,
          role,
        }),
      },
    ];
  });
  const drafts = [
    ...messages.flatMap(({ payload, extensions }) =>
      extensions ? [payload, extensions] : [payload],
    ),
    ...members.map((member) => member.draft),
  ];
  const shapes = reachedShapes(
    drafts.map(({ shape }) => shape),
    model,
    diagnostics,
  );
  const taken = new Set(drafts.map(({ typeName }) => typeName.toLowerCase()));
  const components = planComponents({ model, shapes, taken });
  const plans = new Map(
    drafts.map((one): [TypeDraft, TypePlan] => [one, completeType(one, taken)]),
  );
  const complete = (one: TypeDraft): TypePlan => plans.get(one) ?? completeType(one, taken);
  const planned = new Map(
    messages.map(({ id, message, payload, extensions }): [string, MessagePlan] => [
      id,
      {
        ...complete(payload),
        notes: messageNotes(message, payload.notes),
        origin: message.origin,
        model: message,
        ...(extensions && { extensions: complete(extensions) }),
      },
    ]),
  );
  const full = channels.map((channel) => {
    const member = members.find(({ pascal }) => pascal === channel.pascal);
    const events = channel.events.flatMap((event) => {
      const message = planned.get(messageId(event.model));
      return message === undefined ? [] : [{ ...event, message }];
    });
    return { ...channel, events, ...(member && { member: complete(member.draft) }) };
  });
  diagnostics.push(...judgeNames(full, [...planned.values()]));
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const types = [
    ...components,
    ...planned.values(),
    ...drafts.filter((one) => !messages.some(({ payload }) => payload === one)).map(complete),
  ];
  return {
    diagnostics,
    plan: {
      components: new Map(components.map((component) => [component.id, component])),
      messages: [...planned.values()].sort(byName),
      channels: full,
      types: types.sort((one, two) => (one.file < two.file ? -1 : 1)),
    },
  };
}

/** The message speaks before its payload. */
function messageNotes(message: MessageModel, payload: Notes): Notes {
  const { description, deprecated } = message;
  return {
    ...payload,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated: describeDeprecation({ ...deprecated }) }),
  };
}

function byName(one: TypePlan, two: TypePlan): number {
  return one.typeName < two.typeName ? -1 : 1;
}
