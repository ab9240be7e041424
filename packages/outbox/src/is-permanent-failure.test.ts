// Which failures are tried again.
import { PayloadTooLargeError, PublishError } from "@lockstep/runtime/publish";
import { expect, test } from "vitest";
import { isPermanentFailure } from "./is-permanent-failure.ts";

const event = { id: "1", channel: "a", name: "b", data: "{}" };

test.each([
  { what: "a refusal", error: refusal(false), want: true },
  { what: "a server that is down", error: refusal(true), want: false },
  {
    what: "an event that is too large",
    error: new PayloadTooLargeError({ channel: "a", event: "b", bytes: 2, limitBytes: 1 }),
    want: true,
  },
  { what: "an unknown error", error: new TypeError("x is not a function"), want: false },
  { what: "something that is no error", error: undefined, want: false },
])("$what: permanent is $want", ({ error, want }) => {
  expect(isPermanentFailure(error)).toBe(want);
});

function refusal(retryable: boolean): PublishError {
  return new PublishError("refused", { events: [event], retryable });
}
