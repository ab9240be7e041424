// Names under which the parser knows the files: absolute, without a disk behind them, free of characters to escape.

export function virtualPath(index: number): string {
  return `/contract/${index}.json`;
}

/** The index that a path was made from; `-1` for any other path. */
export function virtualIndex(path: string): number {
  const digits = /\/contract\/(\d+)\.json$/.exec(path)?.[1];
  return digits === undefined ? -1 : Number(digits);
}
