// Who is typing, through time and messages.
import { expect, it } from "vitest";
import { dropQuiet, noteTyping, stopTyping, TELL_EVERY_MS, typingSentence } from "./typists.ts";

const aoife = { id: 1, name: "Aoife" };
const ciaran = { id: 2, name: "Ciarán" };

it("counts somebody once, from the last time that they were said to type", () => {
  const once = noteTyping([], aoife, 0);
  const [{ untilMs } = { untilMs: 0 }] = once;
  const again = noteTyping(once, aoife, TELL_EVERY_MS);
  expect(again).toHaveLength(1);
  expect(dropQuiet(again, untilMs)).toHaveLength(1);
  expect(dropQuiet(once, untilMs)).toEqual([]);
});

it("goes on between two times that somebody tells of it", () => {
  expect(dropQuiet(noteTyping([], aoife, 0), TELL_EVERY_MS + 1_000)).toHaveLength(1);
});

it("ends with their message, and with nobody else's", () => {
  const both = noteTyping(noteTyping([], aoife, 0), ciaran, 0);
  expect(stopTyping(both, "Aoife").map(({ name }) => name)).toEqual(["Ciarán"]);
});

it.each([
  [[], ""],
  [["Aoife"], "Aoife is typing…"],
  [["Ciarán", "Aoife"], "Aoife and Ciarán are typing…"],
  [["Aoife", "Ciarán", "Marta"], "3 people are typing…"],
])("is said of %j as “%s”", (names, sentence) => {
  const typists = names.map((name, id) => ({ id, name, untilMs: 1 }));
  expect(typingSentence(typists)).toBe(sentence);
});
