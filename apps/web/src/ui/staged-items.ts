// The items of a list with their comings and goings: what has left keeps its place until it has faded out.
export interface Keyed {
  readonly key: string;
}

export interface StagedItem<Item extends Keyed> {
  readonly item: Item;
  /** `arriving` while it fades in, `leaving` while it fades out and is not in the list any more. */
  readonly phase: "here" | "arriving" | "leaving";
}

/** Items in their new order; what is not among them any more stays behind whatever it stood behind. */
export function stageItems<Item extends Keyed>(
  before: readonly StagedItem<Item>[],
  items: readonly Item[],
): readonly StagedItem<Item>[] {
  const phases = new Map(before.map(({ item, phase }) => [item.key, phase]));
  const staged: StagedItem<Item>[] = items.map((item) => ({
    item,
    phase: phases.get(item.key) === "here" ? "here" : "arriving",
  }));
  const present = new Set(items.map(({ key }) => key));
  before.forEach(({ item }, index) => {
    if (present.has(item.key)) return;
    const previous = before[index - 1]?.item.key;
    const place = staged.findIndex((other) => other.item.key === previous) + 1;
    staged.splice(place, 0, { item, phase: "leaving" });
  });
  return staged;
}

/** After an item has faded in or out. */
export function endFading<Item extends Keyed>(
  staged: readonly StagedItem<Item>[],
  key: string,
): readonly StagedItem<Item>[] {
  return staged.flatMap((entry) => {
    if (entry.item.key !== key) return entry;
    return entry.phase === "leaving" ? [] : { ...entry, phase: "here" };
  });
}
