// Where a channel is found, and who may subscribe to it.
import { channelKindOf } from "@lockstep/runtime";
import { isAuthorized, parametersOf, shapeBehindPrefix } from "./addresses.ts";
import type { ChannelPair } from "./compare-channels.ts";
import type { Comparison } from "./finding.ts";

export function compareAddress({ report }: Comparison, { before, after }: ChannelPair): void {
  const subject = `channel "${before.key}"`;
  const places = { before: before.origin, after: after.origin };
  const detail = `its address "${before.address}" became "${after.address}"`;
  if (channelKindOf(before.address) !== channelKindOf(after.address)) {
    const rule = accessRule(before.address, after.address);
    // what was encrypted, or was for some, can be read by more
    const isWeaker =
      rule === "channel-access-loosened" || losesEncryption(before.address, after.address);
    report({ rule, subject, detail, ...places, ...(isWeaker && { needsOverride: true }) });
  }
  const older = parametersOf(before.address);
  const newer = parametersOf(after.address);
  const isMoved = shapeBehindPrefix(before.address) !== shapeBehindPrefix(after.address);
  // another number of parameters is a finding of its own
  const isReordered = !isMoved && areReordered(older, newer);
  if (isReordered || (isMoved && older.length === newer.length)) {
    report({ rule: "channel-address-changed", subject, detail, ...places });
  }
}

function accessRule(
  before: string,
  after: string,
): "channel-access-loosened" | "channel-access-tightened" | "channel-access-changed" {
  if (isAuthorized(before) && !isAuthorized(after)) return "channel-access-loosened";
  if (!isAuthorized(before) && isAuthorized(after)) return "channel-access-tightened";
  return "channel-access-changed";
}

function losesEncryption(before: string, after: string): boolean {
  const isEncrypted = (address: string): boolean =>
    channelKindOf(address).startsWith("private-encrypted");
  return isEncrypted(before) && !isEncrypted(after);
}

/** Whether the same names stand at other places, so that each value goes where another one was. */
function areReordered(before: readonly string[], after: readonly string[]): boolean {
  const isSame = [...before].sort().join() === [...after].sort().join();
  return isSame && before.join() !== after.join();
}
