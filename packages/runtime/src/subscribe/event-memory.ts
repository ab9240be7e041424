// What a channel remembers of CloudEvents: enough to drop repetitions and to see gaps.

/** Ids remembered for one channel; a repetition comes soon after, or not at all. */
const idsRemembered = 256;

/** A gap in a channel's sequence: events between were missed. */
export interface SequenceGap {
  readonly expected: number;
  readonly received: number;
}

export interface EventMemory {
  /** Remembers an event by its `source` and `id`; answers whether it came before. One without them never did. */
  isRepeated(attributes: Readonly<Record<string, unknown>>): boolean;
  /** Remembers an event's `sequence`; answers the gap before it, if there is one. */
  findGap(attributes: Readonly<Record<string, unknown>>): SequenceGap | undefined;
}

/** @see https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/sequence.md */
export function createEventMemory(): EventMemory {
  const ids = new Set<string>();
  let last: number | undefined;
  return {
    isRepeated({ source, id }) {
      if (!isName(source) || !isName(id)) return false;
      const identity = JSON.stringify([source, id]);
      if (ids.has(identity)) return true;
      ids.add(identity);
      // a set keeps the order of insertion: the first is the oldest
      if (ids.size > idsRemembered) ids.delete(ids.values().next().value as string);
      return false;
    },
    findGap({ sequence }) {
      const received = typeof sequence === "string" ? Number(sequence) : sequence;
      if (!Number.isSafeInteger(received)) return undefined;
      const at = received as number;
      const expected = (last ?? at - 1) + 1;
      last = Math.max(at, last ?? at);
      return at > expected ? { expected, received: at } : undefined;
    },
  };
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
