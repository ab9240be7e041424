import { describe, expect, it } from "vitest";
import { channelKeys } from "./channel-keys.ts";

describe("the key of an AsyncAPI 2 channel", () => {
  it.each([
    { given: ["user/{id}/signed-up"], want: ["userSignedUp"] },
    { given: ["private-user-{userId}"], want: ["privateUser"] },
    { given: ["Topic.v1.0"], want: ["topicV10"] },
    { given: ["{tenant}/{id}"], want: ["tenantId"] },
    { given: ["/"], want: ["channel"] },
    { given: ["über-uns"], want: ["überUns"] },
    { given: ["__proto__"], want: ["proto"] },
    { given: ["user", "user/{id}"], want: ["user", "userId"] },
    { given: ["user/{id}", "user/{name}", "userId"], want: ["userId2", "userName", "userId"] },
    { given: ["a-b", "a/b", "A.B"], want: ["aB2", "aB3", "aB"] },
  ])("is made from its address: $given", ({ given, want }) => {
    const keys = channelKeys(given);
    expect(given.map((address) => keys.get(address))).toEqual(want);
    expect(channelKeys([...given].reverse())).toEqual(keys);
  });
});
