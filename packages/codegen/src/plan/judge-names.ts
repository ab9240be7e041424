// Names that two exports of one index would share.
import type { Diagnostic } from "../diagnostic.ts";
import type { Origin } from "../model/contract-model.ts";
import { hookName, triggerHookName } from "./hook-names.ts";
import type { ChannelPlan, MessagePlan } from "./plan.ts";
import { publisherNames, reactNames, subscriberNames } from "./runtime-exports.ts";

interface Claim {
  readonly name: string;
  readonly subject: string;
  readonly origin: Origin;
}

/** One error for each name that is taken already, by us, by React or by another part of the contract. */
export function judgeNames(
  channels: readonly ChannelPlan[],
  messages: readonly MessagePlan[],
): readonly Diagnostic[] {
  const events = [...messages.flatMap(claimMessage), ...channels.flatMap(claimChannel)];
  return [
    ...judge(events, new Set()),
    ...judge(
      channels.map((plan) => claim(plan, plan.builderName)),
      publisherNames,
    ),
    ...judge(
      channels.map((plan) => claim(plan, `subscribeTo${plan.pascal}`)),
      subscriberNames,
    ),
    ...judge(channels.flatMap(claimHooks), reactNames),
  ];
}

function judge(claims: readonly Claim[], taken: ReadonlySet<string>): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  return claims.flatMap(({ name, subject, origin }) => {
    const owner = taken.has(name) ? "an export of Lockstep or React" : owners.get(name);
    owners.set(name, subject);
    if (owner === undefined || owner === subject) return [];
    const message = `${subject}: its name ${name} is taken by ${owner}; choose another key`;
    return [{ severity: "error" as const, code: "name-clash", message, ...origin }];
  });
}

function claimMessage({ model, typeName, schemaName, extensions }: MessagePlan): readonly Claim[] {
  const names = [
    typeName,
    schemaName,
    ...(extensions ? [extensions.typeName, extensions.schemaName] : []),
  ];
  return names.map((name) => ({ name, subject: `message "${model.key}"`, origin: model.origin }));
}

function claimChannel(plan: ChannelPlan): readonly Claim[] {
  const { pascal, constName, member } = plan;
  const names = [
    constName,
    `${pascal}Parameters`,
    `${pascal}Events`,
    ...(member ? [member.typeName, member.schemaName] : []),
  ];
  return names.map((name) => claim(plan, name));
}

function claimHooks(plan: ChannelPlan): readonly Claim[] {
  const sends = plan.events.some(({ fromClient }) => fromClient);
  const names = [hookName(plan), ...(sends ? [triggerHookName(plan)] : [])];
  return names.map((name) => claim(plan, name));
}

function claim({ model }: ChannelPlan, name: string): Claim {
  return { name, subject: `channel "${model.key}"`, origin: model.origin };
}
