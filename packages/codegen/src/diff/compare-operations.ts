// What the application does with a channel: it sends to it, receives from it, or both.
import type { ChannelModel, OperationModel } from "../model/contract-model.ts";
import type { ChannelPair } from "./compare-channels.ts";
import type { Comparison } from "./finding.ts";

type Action = OperationModel["action"];
const actions: readonly Action[] = ["send", "receive"];

/** A channel without operations counts as sent and received, so spelling out both changes nothing. */
export function compareOperations({ report }: Comparison, { before, after }: ChannelPair): void {
  const older = actionsOf(before);
  const newer = actionsOf(after);
  const removed = actions.flatMap((action) => (newer.has(action) ? [] : (older.get(action) ?? [])));
  const added = actions.flatMap((action) => (older.has(action) ? [] : (newer.get(action) ?? [])));
  const subject = `channel "${before.key}"`;
  const [one] = removed;
  const [two] = added;
  if (one && two) {
    const detail = `the application ${wordOf(two)} where it ${pastOf(one)} before`;
    const places = { before: one.origin, after: two.origin };
    report({ rule: "operation-action-changed", subject, detail, ...places });
  } else if (one) {
    const detail = `the application no longer ${wordOf(one)}`;
    const places = { before: one.origin, around: after.origin };
    report({ rule: "operation-removed", subject, detail, ...places });
  } else if (two) {
    const detail = `the application ${wordOf(two)} now`;
    report({ rule: "operation-added", subject, detail, after: two.origin });
  }
}

type Done = Pick<OperationModel, "action" | "origin">;

/** The first operation of each action. */
function actionsOf({ operations, origin }: ChannelModel): ReadonlyMap<Action, Done> {
  const done: readonly Done[] = operations ?? actions.map((action) => ({ action, origin }));
  return new Map([...done].reverse().map((operation) => [operation.action, operation]));
}

function wordOf({ action }: Done): string {
  return action === "send" ? "sends" : "receives";
}

function pastOf({ action }: Done): string {
  return action === "send" ? "sent" : "received";
}
