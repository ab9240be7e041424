// The tests of a presence channel's members.
import type { ChannelModel } from "@lockstep/codegen/contract";
import { type MemberInvalidError, presenceUserInfoLimitBytes } from "@lockstep/runtime";
import { expect, test } from "vitest";
import type { Payloads } from "../payloads/create-payloads.ts";
import type { NamedChannel } from "./channel-parameters.ts";
import { subscribeGenerated } from "./event-sides.ts";
import type { Wire } from "./open-wire.ts";

/** Each needs two round trips, one after the other. */
const membersTried = 6;

export interface MemberCase {
  readonly channel: ChannelModel;
  readonly named: () => NamedChannel;
  readonly wire: () => Wire;
  readonly subscribers: object | undefined;
  readonly payloads: Payloads;
}

export function defineMemberTests({
  channel,
  named,
  wire,
  subscribers,
  payloads,
}: MemberCase): void {
  if (!subscribers) {
    test.skip("its members are not covered: contractTests was given no `subscribers`");
    return;
  }
  const fitting = (value: unknown) =>
    Buffer.byteLength(JSON.stringify(value)) <= presenceUserInfoLimitBytes;
  const valid = payloads.valid.filter(fitting).slice(0, membersTried);
  const invalid = payloads.invalid
    .filter(
      ({ value, refusedBySubscriber }) =>
        refusedBySubscriber && fitting(value) && typeof value === "object" && value !== null,
    )
    .slice(0, membersTried);

  /** The member as it is seen when it enters, or why it is not. */
  async function seenAs(member: unknown, userId: string): Promise<unknown> {
    const { page, other, admit } = wire();
    const place = named();
    admit(place.name, { user_id: userId, user_info: member as Record<string, unknown> });
    let leave = () => {};
    try {
      return await new Promise((resolve) => {
        const subscription = subscribeGenerated(subscribers as object, page, {
          channel,
          named: place,
          request: {
            handlers: {},
            onStateChange: (state) => {
              if (state === "subscribed") other.subscribe(place.name);
            },
            onMembersChange: (members) => {
              if (members.has(userId)) resolve(members.get(userId));
            },
            onError: (error, { stage }) => {
              // the one before may still be leaving
              if (stage === "validate" && (error as MemberInvalidError).userId !== userId) return;
              resolve(`refused at ${stage}: ${error.message}`);
            },
          },
        });
        leave = () => subscription.unsubscribe();
      });
    } finally {
      leave();
      other.unsubscribe(place.name);
    }
  }

  test(`shows ${valid.length} members as they entered`, async () => {
    for (const [at, member] of valid.entries()) {
      expect(await seenAs(member, `valid-${at}`)).toEqual(member);
    }
  });
  test(`leaves out ${invalid.length} members that are not what the contract says`, async () => {
    for (const [at, { value }] of invalid.entries()) {
      expect(await seenAs(value, `invalid-${at}`)).toMatch(/^refused at validate: /);
    }
  });
}
