// From the first attempt to the answer, through whatever lies between.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError, noAnswer } from "../api/api-error.ts";
import type { FailedAttempt } from "./own-messages.ts";
import { createResending } from "./resending.ts";
import { sendPatiently } from "./send-patiently.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = { key: "k", text: "Towels", author: "Aoife", startedAt: "2026-11-21T12:00:00Z" };

/** Sends a message to a server that first answers as told, and then takes it. */
function send(...answers: readonly (ApiError | undefined)[]) {
  const left = [...answers];
  const resending = createResending();
  const said: FailedAttempt[] = [];
  const posted: string[] = [];
  let isWanted = true;
  let asked = 0;
  const sending = sendPatiently(message, {
    async post({ key }) {
      posted.push(key);
      const answer = left.shift();
      if (answer !== undefined) throw answer;
      return "taken";
    },
    wait: (waiting) => resending.wait({ ...waiting, audience: "staff" }),
    isWanted: () => isWanted,
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
    dropWish: () => {
      isWanted = false;
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
  const { resending, outcome, settle, asked } = send(noAnswer(), noAnswer());
  await settle();
  resending.wake();
  await settle();
  expect(asked()).toBe(0);
  expect(resending.has("k")).toBe(true);
  resending.end("k", "asked");
  expect(await outcome).toBe("taken");
  expect(asked()).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it("ends when it is discarded, or its event has come in place of the answer", async () => {
  const discarded = send(noAnswer());
  await discarded.settle();
  discarded.resending.end("k", "discarded");
  expect(await discarded.outcome).toMatch(/^SendingEnded/);
  const told = send(noAnswer());
  await told.settle();
  told.dropWish();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await told.outcome).toMatch(/^SendingEnded/);
  expect([discarded.posted, told.posted]).toEqual([["k"], ["k"]]);
});

it("ends with the session that it was written in, and with no other", async () => {
  const { resending, outcome, settle, posted } = send(noAnswer());
  await settle();
  resending.endAll("guest", "expired");
  expect(resending.has("k")).toBe(true);
  resending.endAll("staff", "expired");
  expect(await outcome).toMatch(/^SendingEnded/);
  expect(posted).toEqual(["k"]);
  expect(vi.getTimerCount()).toBe(0);
});
