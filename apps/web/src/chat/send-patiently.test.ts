// From the first attempt to the answer, through whatever lies between.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError, noAnswer } from "../api/api-error.ts";
import type { SendingFailure } from "./chat-log.ts";
import { createResending } from "./resending.ts";
import { type SendingEnd, sendPatiently } from "./send-patiently.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = { key: "k", text: "Towels", author: "Aoife", startedAt: "2026-11-21T12:00:00Z" };

/** Sends a message to a server that first answers as told, and then takes it; `never` is no answer at all. */
function send(...answers: readonly (ApiError | "never" | undefined)[]) {
  const left = [...answers];
  const resending = createResending();
  const said: SendingFailure[] = [];
  const posted: string[] = [];
  let end: SendingEnd | undefined;
  let isRecognized = false;
  let asked = 0;
  const sending = sendPatiently(message, {
    async post({ key, signal }) {
      posted.push(key);
      const answer = left.shift();
      if (answer === "never")
        return new Promise<string>((_, reject) =>
          signal.addEventListener("abort", () => reject(noAnswer(signal.reason))),
        );
      if (answer !== undefined) throw answer;
      return "taken";
    },
    wait: resending.wait,
    findEnd: () => end,
    isRecognized: () => isRecognized,
    onWait: (failure) => said.push(failure),
    onAsked: () => asked++,
  });
  const outcome = sending.then(
    (sent) => sent,
    ({ name, message: problem }: Error) => `${name}: ${problem}`,
  );
  return {
    resending,
    outcome,
    posted,
    said,
    asked: () => asked,
    endBy: (reason: SendingEnd) => {
      end = reason;
    },
    recognize: () => {
      isRecognized = true;
    },
    settle: () => vi.advanceTimersByTimeAsync(0),
  };
}

it("goes on by itself, later after each attempt, under one key", async () => {
  const { outcome, posted, said } = send(noAnswer(), new ApiError(503, "Not now."), noAnswer());
  await vi.advanceTimersByTimeAsync(999);
  expect(posted).toEqual(["k"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(posted).toEqual(["k", "k"]);
  await vi.advanceTimersByTimeAsync(2_000 + 4_000);
  expect(await outcome).toBe("taken");
  expect(posted).toEqual(["k", "k", "k", "k"]);
  expect(said.map(({ sentence }) => sentence)).toEqual([
    "The server cannot be reached. The message is sent by itself once that works.",
    "Not now. The message is sent by itself once that works.",
    "The server cannot be reached. The message is sent by itself once that works.",
  ]);
});

it("asks again for what is still being carried out", async () => {
  const { outcome } = send(new ApiError(409, "In a moment."));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await outcome).toBe("taken");
});

it.each([400, 401, 403, 413, 422, 429])("takes %d for the answer", async (status) => {
  const { outcome, posted, said } = send(new ApiError(status, "No."));
  expect(await outcome).toBe("ApiError: No.");
  expect([posted.length, said.length]).toEqual([1, 0]);
});

it("does not wait when the connection is back, or somebody asks for it", async () => {
  const { resending, outcome, posted, settle, asked } = send(noAnswer(), noAnswer());
  await settle();
  resending.wake();
  await settle();
  expect([posted.length, asked()]).toEqual([2, 0]);
  resending.ask("k");
  expect(await outcome).toBe("taken");
  expect(asked()).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it("gives an attempt up that has no answer after 15 seconds, and makes another", async () => {
  const { outcome, posted, said } = send("never");
  await vi.advanceTimersByTimeAsync(14_999);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1 + 1_000);
  expect(await outcome).toBe("taken");
  expect(posted).toEqual(["k", "k"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("asks the server at once, and once, where its event has come in place of the answer", async () => {
  const { outcome, posted, said, recognize, settle } = send(noAnswer(), noAnswer());
  recognize();
  await settle();
  expect([posted.length, said.length]).toEqual([2, 1]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await outcome).toBe("taken");
});

it.each(["discarded", "ended", "expired"] as const)(
  "makes no attempt that is %s meanwhile, whether it waits or is on its way",
  async (reason) => {
    const waiting = send(noAnswer());
    await waiting.settle();
    waiting.endBy(reason);
    waiting.resending.wake();
    expect(await waiting.outcome).toContain(reason);
    const onItsWay = send(noAnswer());
    onItsWay.endBy(reason);
    expect(await onItsWay.outcome).toContain(reason);
    expect([waiting.posted, onItsWay.posted, onItsWay.said]).toEqual([["k"], ["k"], []]);
    expect(vi.getTimerCount()).toBe(0);
  },
);
