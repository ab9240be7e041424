// The backend's side of deprecation: builders say it by Node's warnings, once in a process.
import { expect, it, onTestFinished, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel } from "./channel.ts";
import { createEventBuilders } from "./publish/create-event-builders.ts";

const old: Channel<Record<never, never>, { readonly placed: number }> = {
  key: "publicOrders",
  address: "orders",
  parameters: {},
  events: {
    placed: {
      name: "order-placed",
      schema: z.number(),
      deprecated: { sunset: "2098-01-31", use: "accepted" },
    },
  },
  deprecated: { since: "1.0.0", sunset: "2098-06-30", use: "orders" },
};

it("names the replacement and the last day of a channel and of an event, each once", () => {
  const warned = vi.spyOn(process, "emitWarning").mockReturnValue();
  onTestFinished(() => warned.mockRestore());
  for (const id of [1, 2]) createEventBuilders(old, {}).placed(id);
  expect(warned.mock.calls).toEqual([
    [
      "channel publicOrders is deprecated since 1.0.0; it ends on 2098-06-30; use orders",
      "DeprecationWarning",
    ],
    [
      "event order-placed of channel publicOrders is deprecated; it ends on 2098-01-31; use accepted",
      "DeprecationWarning",
    ],
  ]);
});
