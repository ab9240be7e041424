// The connection in words, its options, and the problems on the wire.
import { expect, it } from "vitest";
import { connectionStatus, mustPoll } from "./connection-status.ts";
import { addProblem } from "./problems.ts";
import { pusherOptions } from "./pusher-options.ts";
import { nextLinkState, watchLink } from "./watch-link.ts";
import { watchSignIn } from "./watch-sign-in.ts";

it("tells the first connection from one that was lost", () => {
  let listener: () => void = () => undefined;
  const connection = {
    state: "initialized",
    bind: (_event: "state_change", next: () => void) => (listener = next),
  };
  const link = watchLink(connection);
  const states = [
    "connecting",
    "connected",
    "connecting",
    "unavailable",
    "connecting",
    "connected",
  ];
  const seen = states.map((state) => {
    connection.state = state;
    listener();
    return link.get();
  });
  expect(seen).toEqual([
    "connecting",
    "connected",
    "reconnecting",
    "unreachable",
    "unreachable",
    "connected",
  ]);
});

it("takes a final disconnection for a refusal", () => {
  expect(nextLinkState("connecting", "disconnected")).toBe("refused");
  expect(nextLinkState("connecting", "failed")).toBe("refused");
});

it.each([
  [undefined, "pending", "connecting", false],
  ["off", "pending", "off", true],
  ["connecting", "pending", "connecting", false],
  ["connected", "pending", "connecting", false],
  ["connected", "subscribed", "live", false],
  ["connected", "refused", "refused", true],
  ["reconnecting", "pending", "reconnecting", false],
  ["unreachable", "subscribed", "unreachable", true],
  ["refused", "pending", "refused", true],
] as const)("with link %s and subscription %s is %s", (link, subscription, status, polls) => {
  expect(connectionStatus(link, subscription)).toBe(status);
  expect(mustPoll(status)).toBe(polls);
});

it("connects to a named server by plain WebSocket only, and to Pusher's cluster by TLS", () => {
  expect(
    pusherOptions({
      enabled: true,
      key: "k",
      cluster: "local",
      wsHost: "127.0.0.1",
      wsPort: 6001,
      forceTLS: false,
    }),
  ).toEqual({
    cluster: "local",
    wsHost: "127.0.0.1",
    wsPort: 6001,
    wssPort: 6001,
    forceTLS: false,
    enabledTransports: ["ws"],
  });
  expect(pusherOptions({ enabled: true, key: "k", cluster: "eu", forceTLS: true })).toEqual({
    cluster: "eu",
    forceTLS: true,
    enabledTransports: ["ws", "wss"],
  });
});

it("says that the connection is not signed in, until it is made anew", () => {
  let connect: () => void = () => undefined;
  let refuse: (refusal: { error: string }) => void = () => undefined;
  const signIn = watchSignIn({
    connection: { bind: (_event: "connected", next: () => void) => (connect = next) },
    user: { bind: (_event: "pusher:signin_error", next: typeof refuse) => (refuse = next) },
  });
  let changes = 0;
  signIn.subscribe(() => changes++);
  expect(signIn.get()).toBeUndefined();
  refuse({ error: "Not yours." });
  expect(signIn.get()).toMatchObject({
    stage: "sign-in",
    message:
      "the connection is not signed in (Not yours): it may outlive a session that ends elsewhere; reload the page",
  });
  connect();
  expect([signIn.get(), changes]).toEqual([undefined, 2]);
});

it("counts a problem that repeats and puts the newest first", () => {
  const fault = (message: string) => ({ stage: "validate", channel: "c", event: "e", message });
  const problems = ["a", "b", "a"].reduce<ReturnType<typeof addProblem>>(
    (known, message) => addProblem(known, fault(message)),
    [],
  );
  expect(problems.map(({ message, count }) => [message, count])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(new Set(problems.map(({ id }) => id)).size).toBe(2);
});
