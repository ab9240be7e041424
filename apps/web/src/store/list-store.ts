// The one way into the lists of one kind in the query cache: answers, events and own changes all pass through here.
import type { QueryClient } from "@tanstack/react-query";

export type ListKey = readonly (string | number)[];

export type Change<List> = (list: List) => List;

export interface ListStore<Key extends ListKey, List, Answer> {
  /** Fetches a list. What changes while the answer is on its way is applied to it again. */
  load(key: Key, fetchAnswer: () => Promise<Answer>): Promise<List>;
  change(key: Key, change: Change<List>): void;
  /** The cached list; absent before the first answer. */
  read(key: Key): List | undefined;
}

/** What changed while an answer was on its way. */
interface Recording<List> {
  readonly key: string;
  readonly changes: Change<List>[];
}

/** @param withSnapshot puts a fresh answer of the server in place of what was known so far */
export function createListStore<Key extends ListKey, List, Answer>(
  client: QueryClient,
  withSnapshot: (answer: Answer, known: List | undefined) => List,
): ListStore<Key, List, Answer> {
  const recordings = new Set<Recording<List>>();
  return {
    async load(key, fetchAnswer) {
      const recording: Recording<List> = { key: key.join(), changes: [] };
      recordings.add(recording);
      try {
        const list = withSnapshot(await fetchAnswer(), client.getQueryData<List>(key));
        return recording.changes.reduce((changed, change) => change(changed), list);
      } finally {
        recordings.delete(recording);
      }
    },
    change(key, change) {
      for (const recording of recordings) {
        if (recording.key === key.join()) recording.changes.push(change);
      }
      client.setQueryData<List>(key, (list) => list && change(list));
    },
    read: (key) => client.getQueryData<List>(key),
  };
}
