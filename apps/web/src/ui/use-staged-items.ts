// A list whose items fade in and out, as a component draws it.
import { useState } from "react";
import { endFading, type Keyed, type StagedItem, stageItems } from "./staged-items.ts";

export interface StagedItems<Item extends Keyed> {
  readonly staged: readonly StagedItem<Item>[];
  /** To be called when an item has faded in or out. */
  readonly onFaded: (key: string) => void;
}

export function useStagedItems<Item extends Keyed>(items: readonly Item[]): StagedItems<Item> {
  const [state, setState] = useState(() => ({
    items,
    staged: items.map(
      (item): StagedItem<Item> => ({ item, phase: "here" }),
    ) as readonly StagedItem<Item>[],
  }));
  let { staged } = state;
  if (state.items !== items) {
    staged = stageItems(state.staged, items);
    setState({ items, staged });
  }
  return {
    staged,
    onFaded: (key) => setState((latest) => ({ ...latest, staged: endFading(latest.staged, key) })),
  };
}
