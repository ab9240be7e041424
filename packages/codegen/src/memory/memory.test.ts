import { expect, it } from "vitest";
import { createMemory, forgetOthers, recall, remembers, share } from "./memory.ts";
import { shareEqual } from "./share-equal.ts";

const data = { a: { b: [1, { c: 2 }] }, d: "text" };

it("makes a thing again where what it is made of is another object, or what it asked is answered otherwise", () => {
  const { made: store } = createMemory();
  const answers = new Map([["price", 1]]);
  const ask = (question: string) => [answers.get(question)];
  const make = (of: readonly unknown[]) =>
    recall(store, "thing", { of, ask }, (asking) => ({ price: asking("price")[0] }));
  const first = make([data, "x"]);
  expect(make([data, "x"])).toBe(first);
  const second = make([{ ...data }, "x"]);
  expect(second).not.toBe(first);
  answers.set("other", 1);
  expect(remembers(store, "thing", { of: [data, "x"], ask })).toBe(false);
  const third = make([data, "x"]);
  answers.set("price", 2);
  expect(make([data, "x"])).toEqual({ price: 2 });
  expect(third).toEqual({ price: 1 });
});

it("keeps nothing that a whole run had no use for", () => {
  const { made: store } = createMemory();
  const make = (name: string) => recall(store, name, { of: [] }, () => ({ name }));
  const kept = make("kept");
  make("other");
  forgetOthers(store);
  expect(make("kept")).toBe(kept);
  forgetOthers(store);
  expect(remembers(store, "kept", { of: [] })).toBe(true);
  expect(remembers(store, "other", { of: [] })).toBe(false);
});

it("gives back the data of the last run where it is equal, as a whole or in its parts", () => {
  const { made } = createMemory();
  share(made, "whole", data);
  expect(share(made, "whole", structuredClone(data))).toBe(data);
  expect(shareEqual(data, structuredClone(data))).toBe(data);
  const next = { ...structuredClone(data), d: "other" };
  expect(share(made, "whole", next)).toBe(next);
  const parts = shareEqual(data, next);
  expect(parts).toEqual(next);
  expect(parts.a).toBe(data.a);
});

it("takes keys in another order for other data, and __proto__ for a key", () => {
  const one = JSON.parse('{ "a": 1, "b": { "__proto__": [1] } }');
  const two = JSON.parse('{ "b": { "__proto__": [1] }, "a": 1 }');
  const shared = shareEqual(one, two);
  expect(JSON.stringify(shared)).toBe(JSON.stringify(two));
  expect(shared.b).toBe(one.b);
});

it("remembers nothing without a memory", () => {
  const make = () => recall(undefined, "thing", { of: [] }, () => ({}));
  expect(make()).not.toBe(make());
  expect(share(undefined, "data", data)).toBe(data);
});
