// Wrong expectations do not compile.
import type { ChannelEvent } from "@lockstep/runtime";
import { expect } from "vitest";
import { expectPublished, type PublishedEvent } from "../index.ts";

interface Placed {
  readonly id: number;
  readonly items: readonly { readonly sku: string; readonly count: number }[];
  readonly note?: string | null;
}
declare const placed: (payload: Placed) => ChannelEvent;
declare const published: readonly PublishedEvent[];

const expectation = expectPublished(published, placed);
expectation.with({ id: 7 });
expectation.with({ items: [{ sku: "x" }], note: null });
expectation.with({ id: expect.any(Number), items: expect.arrayContaining([]) });
expectation.withExactly({ id: expect.any(Number), items: [{ sku: "x", count: 1 }] });

// @ts-expect-error: no such field
expectation.with({ identifier: 7 });
// @ts-expect-error: a field of another type
expectation.with({ id: "7" });
// @ts-expect-error: no such field within
expectation.with({ items: [{ price: 1 }] });
// @ts-expect-error: fields are missing
expectation.withExactly({ id: 7 });
// @ts-expect-error: an event is no builder
expectPublished(published, placed({ id: 1, items: [] }));
