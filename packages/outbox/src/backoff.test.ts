// How long a failed event waits.
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

test.each([
  { attempts: 1, least: 125, most: 250 },
  { attempts: 2, least: 250, most: 500 },
  { attempts: 7, least: 8000, most: 16_000 },
  { attempts: 8, least: 15_000, most: 30_000 },
  { attempts: 5000, least: 15_000, most: 30_000 },
])("after $attempts attempts it waits $least to $most ms", ({ attempts, least, most }) => {
  expect(backoffMs(attempts, () => 0)).toBe(least);
  expect(backoffMs(attempts, () => 1)).toBe(most);
});
