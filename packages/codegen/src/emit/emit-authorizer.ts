// The authorizer of the publishers: a policy for every channel that is not public.
import type { ChannelPlan } from "../plan/plan.ts";
import { type Doc, hardLine, indent, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { array, block, call, typeArguments } from "../printer/expression.ts";
import { propertyKey } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { isGuarded, isPresence } from "./channel-traits.ts";
import { type EmitContext, type EmittedFile, eventType, eventValue } from "./emit-context.ts";
import type { FileMemory } from "./file-memory.ts";
import { runtime } from "./modules.ts";

const file = "create-channel-authorizer";

export function emitAuthorizer(context: EmitContext, memory: FileMemory): EmittedFile {
  const channels = context.plan.channels.filter(isGuarded).map(toGuarded);
  return memory.namesFile("the authorizer", channels.flatMap(namesOf), () => {
    const body = [printPolicies(channels, context), printFunction(channels, context)];
    const declares = ["ChannelPolicies", "createChannelAuthorizer"];
    return { path: `${file}.ts`, text: printModule({ header: context.header, body, declares }) };
  });
}

/** What of a channel its policy is made of. */
interface Guarded {
  readonly address: string;
  readonly builderName: string;
  readonly constName: string;
  readonly isPresence: boolean;
  readonly memberType: string | undefined;
  readonly parametersType: string;
}

function toGuarded(plan: ChannelPlan): Guarded {
  const { builderName, constName, member, model, pascal } = plan;
  return {
    address: model.address,
    builderName,
    constName,
    isPresence: isPresence(plan),
    memberType: member?.typeName,
    parametersType: `${pascal}Parameters`,
  };
}

/** The address says whether it is a presence channel. */
function namesOf({ address, builderName, constName, memberType, parametersType }: Guarded) {
  return [address, builderName, constName, memberType, parametersType];
}

function printPolicies(channels: readonly Guarded[], context: EmitContext): Doc {
  const comment =
    docComment({ text: "Who may subscribe to each channel that is not public." }) ?? "";
  if (channels.length === 0) {
    return [comment, hardLine, "export type ChannelPolicies<_Viewer> = Record<string, never>;"];
  }
  const members = channels.map((plan) => [
    docComment({ text: `Who may subscribe to \`${plan.address}\`.` }, 2) ?? "",
    hardLine,
    `readonly ${propertyKey(plan.builderName)}: `,
    policyType(plan, context),
    ";",
  ]);
  return [comment, hardLine, "export interface ChannelPolicies<Viewer> ", block(members, "")];
}

function policyType(plan: Guarded, context: EmitContext): Doc {
  const parameters = eventType(context, file, plan.parametersType);
  if (!plan.isPresence) {
    return [typeSymbol("Policy", runtime.auth), typeArguments([parameters, "Viewer"])];
  }
  const member = plan.memberType ? eventType(context, file, plan.memberType) : "unknown";
  return [
    typeSymbol("PresencePolicy", runtime.auth),
    typeArguments([parameters, "Viewer", member]),
  ];
}

function printFunction(channels: readonly Guarded[], context: EmitContext): Doc {
  const text =
    "Creates what a channel authorization endpoint calls. Every channel that is not in the contract is denied; `options.onRefused` is told what `handle` refuses.";
  const signer: Doc = ["signer: ", typeSymbol("ChannelSigner", runtime.auth), ","];
  const guards = channels.map(({ constName, builderName }) =>
    call(valueSymbol("guardChannel", runtime.auth), [
      eventValue(context, file, constName),
      `policies.${builderName}`,
    ]),
  );
  const name = channels.length > 0 ? "policies" : "_policies";
  const options: Doc = [
    "options?: ",
    typeSymbol("AuthorizerOptions", runtime.auth),
    typeArguments(["Viewer"]),
    ",",
  ];
  const given = ["signer", array(guards), "options"];
  const made = call(valueSymbol("createAuthorizer", runtime.auth), given);
  const answer = typeSymbol("ChannelAuthorizer", runtime.auth);
  const parameters = [
    hardLine,
    `${name}: ChannelPolicies<Viewer>,`,
    hardLine,
    signer,
    hardLine,
    options,
  ];
  return [
    [docComment({ text }) ?? "", hardLine],
    ["export function createChannelAuthorizer<Viewer>(", indent(parameters), hardLine],
    ["): ", answer, "<Viewer> {", indent([hardLine, "return ", made, ";"]), hardLine, "}"],
  ];
}
