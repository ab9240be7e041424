// The authorizer of the publishers: a policy for every channel that is not public.
import type { ChannelPlan } from "../plan/plan.ts";
import { type Doc, hardLine, indent, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { array, block, call, typeArguments } from "../printer/expression.ts";
import { propertyKey } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { isGuarded, isPresence } from "./channel-traits.ts";
import { type EmitContext, type EmittedFile, eventType, eventValue } from "./emit-context.ts";
import { runtime } from "./modules.ts";

const file = "create-channel-authorizer";

export function emitAuthorizer(context: EmitContext): EmittedFile {
  const channels = context.plan.channels.filter(isGuarded);
  const body = [printPolicies(channels, context), printFunction(channels, context)];
  const declares = ["ChannelPolicies", "createChannelAuthorizer"];
  return { path: `${file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

function printPolicies(channels: readonly ChannelPlan[], context: EmitContext): Doc {
  const comment =
    docComment({ text: "Who may subscribe to each channel that is not public." }) ?? "";
  if (channels.length === 0) {
    return [comment, hardLine, "export type ChannelPolicies<_Viewer> = Record<string, never>;"];
  }
  const members = channels.map((plan) => [
    docComment({ text: `Who may subscribe to \`${plan.model.address}\`.` }, 2) ?? "",
    hardLine,
    `readonly ${propertyKey(plan.builderName)}: `,
    policyType(plan, context),
    ";",
  ]);
  return [comment, hardLine, "export interface ChannelPolicies<Viewer> ", block(members, "")];
}

function policyType(plan: ChannelPlan, context: EmitContext): Doc {
  const parameters = eventType(context, file, `${plan.pascal}Parameters`);
  if (!isPresence(plan)) {
    return [typeSymbol("Policy", runtime.auth), typeArguments([parameters, "Viewer"])];
  }
  const member = plan.member ? eventType(context, file, plan.member.typeName) : "unknown";
  return [
    typeSymbol("PresencePolicy", runtime.auth),
    typeArguments([parameters, "Viewer", member]),
  ];
}

function printFunction(channels: readonly ChannelPlan[], context: EmitContext): Doc {
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
