// Items that come and go.
import { expect, it } from "vitest";
import { endFading, type Keyed, type StagedItem, stageItems } from "./staged-items.ts";

const items = (keys: string): readonly Keyed[] => [...keys].map((key) => ({ key }));
const here = (keys: string): readonly StagedItem<Keyed>[] =>
  items(keys).map((item) => ({ item, phase: "here" }));
const told = (staged: readonly StagedItem<Keyed>[]) =>
  staged.map(({ item, phase }) => `${item.key} ${phase}`);

it("tells what arrives from what was there", () => {
  expect(told(stageItems(here("ab"), items("axb")))).toEqual(["a here", "x arriving", "b here"]);
});

it("keeps what leaves in its place until it has left", () => {
  const staged = stageItems(here("abc"), items("ac"));
  expect(told(staged)).toEqual(["a here", "b leaving", "c here"]);
  expect(told(endFading(staged, "b"))).toEqual(["a here", "c here"]);
});

it("keeps several neighbours that leave in their order", () => {
  expect(told(stageItems(here("abcd"), items("d")))).toEqual([
    "a leaving",
    "b leaving",
    "c leaving",
    "d here",
  ]);
});

it("lets what was leaving come back, and does not lose it when its fading ends", () => {
  const back = stageItems(stageItems(here("ab"), items("a")), items("ab"));
  expect(told(endFading(back, "b"))).toEqual(["a here", "b here"]);
});

it("shows nothing twice when an item moves", () => {
  expect(told(stageItems(here("abc"), items("cab")))).toEqual(["c here", "a here", "b here"]);
});
