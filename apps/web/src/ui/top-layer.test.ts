// The open dialog as data.
import { expect, it } from "vitest";
import { createTopLayer } from "./top-layer.ts";

const dialog = (id: string) => ({ id }) as HTMLDialogElement;

it("names the dialog that was opened last, until it leaves", () => {
  const layer = createTopLayer();
  const [below, above] = [dialog("below"), dialog("above")];
  const told: (string | undefined)[] = [];
  layer.subscribe(() => told.push(layer.get()?.id));
  const leaveBelow = layer.enter(below);
  const leaveAbove = layer.enter(above);
  leaveAbove();
  leaveBelow();
  expect(told).toEqual(["below", "above", "below", undefined]);
});
