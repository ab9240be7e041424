// Many subscriptions in one authorization request, answered by the authorizer itself.
import Pusher from "pusher";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAuthorizer, guardChannel } from "../auth/index.ts";
import type { Channel } from "../channel.ts";
import { type Authorization, type AuthorizeInBatchesOptions, authorizeInBatches } from "./index.ts";

interface UserParameters {
  readonly userId: number;
}
const user: Channel<UserParameters, Record<never, never>> = {
  key: "privateUser",
  address: "private-user-{userId}",
  parameters: { userId: { type: "integer", minimum: 1 } },
  events: {},
};
const signer = new Pusher({ appId: "1", key: "key", secret: "secret", cluster: "eu" });
const authorizer = createAuthorizer<string>(signer, [
  guardChannel(user, ({ userId }: UserParameters) => userId < 100),
]);

let asked: Request[];
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const answerBy =
  (answer: (request: Request) => Promise<Response>): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    asked.push(request.clone());
    return answer(request);
  };
const byAuthorizer = answerBy((request) => authorizer.handle(request, "viewer"));

type Outcome = Authorization | string;

function authorizeWith(options: Partial<AuthorizeInBatchesOptions> = {}) {
  const endpoint = "http://localhost/auth";
  const handler = authorizeInBatches({ endpoint, fetch: byAuthorizer, ...options });
  return (channelName: string, socketId = "1.2") =>
    new Promise<Outcome>((resolve) =>
      handler({ socketId, channelName }, (error, authorization) =>
        resolve(authorization ?? String(error?.message)),
      ),
    );
}
const signed = (channel: string, socketId = "1.2") => signer.authorizeChannel(socketId, channel);
const channelOf = (id: number) => `private-user-${id}`;

async function all(outcomes: readonly Promise<Outcome>[]): Promise<Outcome[]> {
  await vi.runAllTimersAsync();
  return Promise.all(outcomes);
}

describe("subscriptions within a moment", () => {
  it("are one request, and each gets its own answer", async () => {
    const authorize = authorizeWith();
    const names = [1, 2, 3].map(channelOf);
    expect(await all(names.map((name) => authorize(name)))).toEqual(names.map((n) => signed(n)));
    expect(asked).toHaveLength(1);
  });

  it("are refused one by one, with the reason", async () => {
    const authorize = authorizeWith();
    expect(await all([authorize(channelOf(1)), authorize(channelOf(100))])).toEqual([
      signed(channelOf(1)),
      "private-user-100: the policy denies it",
    ]);
  });

  it("are fifty a request at most, whatever their names", async () => {
    const authorize = authorizeWith();
    const long = (id: number) => `private-user-${id}${"9".repeat(140)}`;
    const outcomes = await all(Array.from({ length: 120 }, (_, id) => authorize(long(id))));
    expect(new Set(outcomes).size).toBe(120);
    expect(outcomes.every((outcome) => /is no name of a channel/.test(String(outcome)))).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it("are apart for another socket, and after the moment has passed", async () => {
    const authorize = authorizeWith({ windowMs: 50 });
    const first = authorize(channelOf(1));
    const ofAnother = authorize(channelOf(1), "3.4");
    await vi.advanceTimersByTimeAsync(49);
    expect(asked).toHaveLength(0);
    const second = authorize(channelOf(2));
    expect(await all([first, ofAnother, second])).toEqual([
      signed(channelOf(1)),
      signed(channelOf(1), "3.4"),
      signed(channelOf(2)),
    ]);
    const late = authorize(channelOf(3));
    expect(await all([late])).toEqual([signed(channelOf(3))]);
    expect(asked).toHaveLength(3);
  });
});

it("waits for a token that has to be fetched, anew for each request", async () => {
  let tokens = 0;
  const authorize = authorizeWith({
    headers: async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      tokens += 1;
      return { Authorization: `Bearer ${tokens}` };
    },
  });
  expect(await all([authorize(channelOf(1))])).toEqual([signed(channelOf(1))]);
  expect(await all([authorize(channelOf(2))])).toEqual([signed(channelOf(2))]);
  expect(asked.map(({ headers }) => headers.get("Authorization"))).toEqual([
    "Bearer 1",
    "Bearer 2",
  ]);
});

describe("what fails is told to each subscription", () => {
  const failing = (answer: () => Promise<Response>) => ({ fetch: answerBy(answer) });
  it.each<[string, Partial<AuthorizeInBatchesOptions>, string]>([
    ["no answer", failing(() => Promise.reject(new Error("offline"))), "offline"],
    [
      "a token that cannot be fetched",
      { headers: () => Promise.reject(new Error("no token")) },
      "no token",
    ],
    [
      "a refusal of the whole",
      failing(async () => Response.json({ error: "The token is not valid" }, { status: 401 })),
      "The token is not valid",
    ],
    [
      "a page instead of JSON",
      failing(async () => new Response("<h1>", { status: 502 })),
      "the authorization endpoint answered 502",
    ],
    [
      "an endpoint that knows no lists",
      failing(async () => Response.json({ auth: "key:1" })),
      "http://localhost/auth answers no list of channels; let an authorizer's handle answer it",
    ],
  ])("%s", async (_, options, message) => {
    const authorize = authorizeWith(options);
    const outcomes = await all([authorize(channelOf(1)), authorize(channelOf(2))]);
    expect(outcomes).toEqual([message, message]);
  });

  it("an answer that leaves one out", async () => {
    const authorize = authorizeWith(
      failing(async () => Response.json({ channels: [signed(channelOf(1))] })),
    );
    expect(await all([authorize(channelOf(1)), authorize(channelOf(2))])).toEqual([
      signed(channelOf(1)),
      "private-user-2: the authorization endpoint left it out",
    ]);
  });
});

it("an authorizer refuses what is no list, or too long a list", async () => {
  for (const channel_names of ["private-user-1", [], Array.from({ length: 51 }, () => "x")]) {
    const body = JSON.stringify({ socket_id: "1.2", channel_names });
    const headers = { "Content-Type": "application/json" };
    const request = new Request("http://localhost/auth", { method: "POST", body, headers });
    const response = await authorizer.handle(request, "viewer");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "channel_names must be a list of 1 to 50 names",
    });
  }
});
