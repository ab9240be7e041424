// What a presence channel says of its members: the application's backend writes it, and subscribers read it.
import type { ChannelModel, SchemaModel } from "../model/contract-model.ts";
import type { ChannelPair } from "./compare-channels.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./finding.ts";
import type { DiffMemory } from "./schema/session.ts";

export function compareMembers(
  comparison: Comparison,
  { before, after }: ChannelPair,
  memory: DiffMemory,
): void {
  if (!before.member && !after.member) return;
  const pair = { before: memberOf(before), after: memberOf(after) };
  compareSchemas(
    comparison,
    { ...pair, subject: `channel "${before.key}"`, root: "member" },
    memory,
  );
}

/** Anything, where the channel says nothing. */
function memberOf({ member, origin }: ChannelModel): SchemaModel {
  return member ?? { id: `${origin.file}#${origin.pointer}`, origin, schema: true };
}
