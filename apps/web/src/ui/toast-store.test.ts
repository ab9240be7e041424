// Toasts as data.
import { expect, it } from "vitest";
import { createToastStore } from "./toast-store.ts";

it("shows the newest four and dismisses by id", () => {
  const store = createToastStore();
  for (const text of ["a", "b", "c", "d", "e"]) store.show({ kind: "info", text });
  expect(store.get().map(({ text }) => text)).toEqual(["b", "c", "d", "e"]);
  store.dismiss(store.get()[1]?.id ?? 0);
  expect(store.get().map(({ text }) => text)).toEqual(["b", "d", "e"]);
});

it("tells its listeners until they leave", () => {
  const store = createToastStore();
  let calls = 0;
  const leave = store.subscribe(() => {
    calls += 1;
  });
  store.show({ kind: "info", text: "a" });
  leave();
  store.show({ kind: "info", text: "b" });
  expect(calls).toBe(1);
});
