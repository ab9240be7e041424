// Drafts through reloads and sign-ins.
import { expect, it } from "vitest";
import { createDraftStore, type DraftKey } from "./draft-store.ts";

const aoife: DraftKey = { audience: "staff", ownerId: "1", place: "staff-chat,1" };
const ciaran: DraftKey = { ...aoife, ownerId: "2" };
const guest: DraftKey = { audience: "guest", ownerId: "stay-1", place: "guest-chat,1" };

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
}

it("keeps a text through a reload, for its author and its place alone", () => {
  const storage = memory();
  createDraftStore(storage).keep(aoife, "Towels");
  const store = createDraftStore(storage);
  expect(store.read(aoife)).toBe("Towels");
  expect(store.read(ciaran)).toBe("");
  expect(store.read({ ...aoife, place: "staff-chat,2" })).toBe("");
  store.keep(aoife, " ");
  expect(createDraftStore(storage).read(aoife)).toBe("");
});

it("puts what was sent in vain below what is written", () => {
  const store = createDraftStore(memory());
  store.add(aoife, "First");
  store.add(aoife, "Second");
  expect(store.read(aoife)).toBe("First\nSecond");
});

it("forgets one person for the next, and everyone of an audience who leave", () => {
  const storage = memory();
  const store = createDraftStore(storage);
  store.keep(aoife, "For Aoife's eyes");
  store.keep(guest, "Of the guest");
  store.forgetOthers("staff", "1");
  expect(store.read(aoife)).toBe("For Aoife's eyes");
  store.forgetOthers("staff", "2");
  expect(storage.getItem("lockstep-demo.drafts")).not.toContain("Aoife");
  // an answer to what was sent before the change of hands
  store.add(aoife, "Late");
  expect(store.read(aoife)).toBe("");
  store.keep(ciaran, "Of Ciarán");
  expect(store.read(ciaran)).toBe("Of Ciarán");
  store.forgetOthers("staff");
  expect([store.read(ciaran), store.read(guest)]).toEqual(["", "Of the guest"]);
});

it("begins anew where another version of the page left something else", () => {
  for (const left of ["{", "null", '[{"text":7}]']) {
    const storage = memory();
    storage.setItem("lockstep-demo.drafts", left);
    const store = createDraftStore(storage);
    expect(store.read(aoife)).toBe("");
    store.keep(aoife, "Towels");
    expect(store.read(aoife)).toBe("Towels");
  }
});
