// Authorization: what no policy allows is denied.
import Pusher from "pusher";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel, PresenceChannel } from "../channel.ts";
import { createAuthorizer, guardChannel, type Policy, type PresencePolicy } from "./index.ts";

interface UserParameters {
  readonly userId: number;
}
interface Member {
  readonly name: string;
}
interface Viewer {
  readonly id: number;
}
type NoEvents = Record<never, never>;

const user: Channel<UserParameters, NoEvents> = {
  key: "privateUser",
  address: "private-user-{userId}",
  parameters: { userId: { type: "integer", minimum: 1 } },
  events: {},
};
const room: PresenceChannel<UserParameters, NoEvents, Member> = {
  ...user,
  address: "presence-room-{userId}",
  member: z.object({ name: z.string() }),
};
const secret: Channel<UserParameters, NoEvents> = {
  ...user,
  address: "private-encrypted-{userId}",
};

const signer = new Pusher({
  appId: "3",
  key: "278d425bdf160c739803",
  secret: "7ad3773142a6692b25b8",
  cluster: "eu",
  encryptionMasterKeyBase64: Buffer.alloc(32).toString("base64"),
});

function authorizerOf({
  userPolicy = ({ userId }, viewer) => viewer.id === userId,
  roomPolicy = (_, { id }) => ({ userId: String(id), member: { name: "Aoife" } }),
}: {
  readonly userPolicy?: Policy<UserParameters, Viewer>;
  readonly roomPolicy?: PresencePolicy<UserParameters, Viewer, Member>;
} = {}) {
  return createAuthorizer<Viewer>(signer, [
    guardChannel(user, userPolicy),
    guardChannel(room, roomPolicy),
    guardChannel(secret, () => true),
  ]);
}
const viewer = { id: 7 };
const ask = (channelName: unknown, socketId: unknown, options = {}) =>
  authorizerOf(options).authorize({ socketId, channelName }, viewer);

describe("authorize", () => {
  it("signs what a policy allows", async () => {
    expect(await ask("private-user-7", "1234.1234")).toEqual({
      granted: true,
      authorization: { auth: signer.authorizeChannel("1234.1234", "private-user-7").auth },
    });
  });

  it("signs a presence member with the text that the subscriber sends", async () => {
    expect(await ask("presence-room-1", "1234.1234")).toEqual({
      granted: true,
      authorization: {
        auth: expect.stringMatching(/^278d425bdf160c739803:[0-9a-f]{64}$/),
        channel_data: '{"user_id":"7","user_info":{"name":"Aoife"}}',
      },
    });
  });

  it("gives the key of an encrypted channel", async () => {
    const decision = await ask("private-encrypted-1", "1234.1234");
    expect(decision.granted && Object.keys(decision.authorization)).toEqual([
      "auth",
      "shared_secret",
    ]);
  });

  it.each<[unknown, unknown, 400 | 403, string]>([
    ["private-user-8", "1.2", 403, "private-user-8: the policy denies it"],
    [undefined, "1.2", 400, "channel_name is missing"],
    ["", "1.2", 400, "channel_name is missing"],
    ["private-user-7", undefined, 400, "socket_id is missing"],
    ["private-user-7", "1.2:private-user-8", 403, "socket_id is malformed"],
    ["private-user-7", 1.2, 403, "socket_id is malformed"],
    [7, "1.2", 403, "channel_name is malformed"],
    [["private-user-7"], "1.2", 403, "channel_name is malformed"],
    [
      "private-user-abc",
      "1.2",
      403,
      '"private-user-abc" is no name of a channel that the contract guards; did you mean "private-user-{userId}"',
    ],
    [
      "private-user-07",
      "1.2",
      403,
      '"private-user-07" is no name of a channel that the contract guards; did you mean "private-user-{userId}"',
    ],
    [
      "private-user-7\n",
      "1.2",
      403,
      '"private-user-7\\n" is no name of a channel that the contract guards; did you mean "private-user-{userId}"',
    ],
    [
      "something-else",
      "1.2",
      403,
      '"something-else" is no name of a channel that the contract guards',
    ],
    [
      "private-".padEnd(300, "x"),
      "1.2",
      403,
      `"${"private-".padEnd(200, "x")}" is no name of a channel that the contract guards`,
    ],
    ["__proto__", "1.2", 403, '"__proto__" is no name of a channel that the contract guards'],
  ])("denies %j for the socket %j", async (channelName, socketId, status, reason) => {
    expect(await ask(channelName, socketId)).toEqual({ granted: false, status, reason });
  });

  it("denies when a policy throws or rejects, and keeps why", async () => {
    const cause = new Error("database is gone");
    for (const userPolicy of [
      () => {
        throw cause;
      },
      () => Promise.reject(cause),
    ]) {
      expect(await ask("private-user-7", "1.2", { userPolicy })).toEqual({
        granted: false,
        status: 403,
        reason: "private-user-7: the policy failed",
        cause,
      });
    }
  });

  it("denies an answer that is not exactly true", async () => {
    const decision = await ask("private-user-7", "1.2", { userPolicy: (() => "yes") as never });
    expect(decision).toMatchObject({ granted: false, status: 403 });
  });

  it("waits for a policy", async () => {
    const userPolicy = vi.fn(async () => true);
    expect(await ask("private-user-7", "1.2", { userPolicy })).toMatchObject({ granted: true });
    expect(userPolicy).toHaveBeenCalledWith({ userId: 7 }, viewer);
  });

  it.each<[string, unknown, string]>([
    ["nobody", null, "the policy denies it"],
    [
      "a member with an undeclared field",
      { userId: "7", member: { name: "a", pin: 1 } },
      "the policy failed",
    ],
    [
      "a member that is too large",
      { userId: "7", member: { name: "a".repeat(1024) } },
      "the policy failed",
    ],
    [
      "a user id that is too long",
      { userId: "7".repeat(129), member: { name: "a" } },
      "the policy failed",
    ],
    ["a user id that is a number", { userId: 7, member: { name: "a" } }, "the policy failed"],
    ["true", true, "the policy failed"],
  ])("denies a presence policy that answers %s", async (_, answer, problem) => {
    const roomPolicy = () => answer as never;
    expect(await ask("presence-room-1", "1.2", { roomPolicy })).toMatchObject({
      granted: false,
      status: 403,
      reason: `presence-room-1: ${problem}`,
    });
  });
});

describe("handle", () => {
  const post = (body: string, type: string) =>
    authorizerOf().handle(
      new Request("http://localhost/auth", {
        method: "POST",
        body,
        headers: { "content-type": type },
      }),
      viewer,
    );
  const form = "application/x-www-form-urlencoded";

  it.each([
    ["socket_id=1.2&channel_name=private-user-7&csrf=x", form],
    ['{"socket_id":"1.2","channel_name":"private-user-7"}', "application/json; charset=utf-8"],
  ])("grants %s as %s", async (body, type) => {
    const response = await post(body, type);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({
      auth: signer.authorizeChannel("1.2", "private-user-7").auth,
    });
  });

  it.each([
    ["", form, 400],
    ["socket_id=1.2", form, 400],
    ["{oops", "application/json", 400],
    ["null", "application/json", 400],
    ["[]", "application/json", 400],
    [`socket_id=1.2&channel_name=private-user-7&x=${"x".repeat(20_000)}`, form, 400],
    ["socket_id=1.2&channel_name=private-user-8", form, 403],
    ['{"socket_id":"1.2","channel_name":{"a":1}}', "application/json", 403],
    ["socket_id=1.2&channel_name=private-user-%00", form, 403],
  ])("refuses %j as %s with %d", async (body, type, status) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });

  it("tells onRefused of each refusal, with what a policy threw", async () => {
    const cause = new Error("database is gone");
    const onRefused = vi.fn();
    const authorizer = createAuthorizer<Viewer>(
      signer,
      [guardChannel(user, ({ userId }: UserParameters) => userId === 7 || Promise.reject(cause))],
      { onRefused },
    );
    const body = (channel: string) => `socket_id=1.2&channel_name=${channel}`;
    const request = (text: string) =>
      new Request("http://localhost/auth", { method: "POST", body: text });
    await authorizer.handle(request(body("private-user-7")), viewer);
    expect(onRefused).not.toHaveBeenCalled();
    const response = await authorizer.handle(request(body("private-user-8")), viewer);
    expect(response.status).toBe(403);
    expect(onRefused.mock.calls).toEqual([
      [
        { granted: false, status: 403, reason: "private-user-8: the policy failed", cause },
        { socketId: "1.2", channelName: "private-user-8" },
        viewer,
      ],
    ]);
    onRefused.mockImplementation(() => {
      throw new Error("disk is full");
    });
    expect((await authorizer.handle(request(""), viewer)).status).toBe(400);
  });

  it.each([
    ["says so", { "content-length": "16385" }, 0],
    ["does not say so", {}, 17],
  ])("stops reading a body that is too large and %s", async (_, headers, wantKilobytes) => {
    let kilobytes = 0;
    const cancel = vi.fn();
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          kilobytes += 1;
          controller.enqueue(new Uint8Array(1024).fill(97));
        },
        cancel,
      },
      { highWaterMark: 0 },
    );
    const init = { method: "POST", body: endless, headers, duplex: "half" } as RequestInit;
    const request = new Request("http://localhost/auth", init);
    const response = await authorizerOf().handle(request, viewer);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "the request is too large: at most 16384 bytes",
    });
    expect(kilobytes).toBeLessThanOrEqual(wantKilobytes + 1);
    if (wantKilobytes > 0) expect(cancel).toHaveBeenCalledOnce();
  });
});
