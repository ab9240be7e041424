// Text that was written and not sent. Kept in sessionStorage, so that a session which ends takes nothing along; only
// who wrote it is ever shown it again.

/** Who wrote it, and where. */
export interface DraftKey {
  readonly audience: "staff" | "guest";
  /** Tells the people of an audience apart. */
  readonly ownerId: string;
  readonly place: string;
}

export interface DraftStore {
  /** Empty where nothing is kept. */
  read(key: DraftKey): string;
  keep(key: DraftKey, text: string): void;
  /** Puts a text below what is kept. */
  add(key: DraftKey, text: string): void;
  /**
   * Forgets what others of this audience wrote, and everyone where nobody is named. What comes late of those who are
   * forgotten is not kept either.
   */
  forgetOthers(audience: DraftKey["audience"], ownerId?: string): void;
}

const STORAGE_KEY = "lockstep-demo.drafts";

interface Draft extends DraftKey {
  readonly text: string;
}

export function createDraftStore(storage: Pick<Storage, "getItem" | "setItem">): DraftStore {
  // whose texts are kept, as far as somebody was forgotten
  const kept = new Map<DraftKey["audience"], string | undefined>();
  const isForgotten = ({ audience, ownerId }: DraftKey) =>
    kept.has(audience) && kept.get(audience) !== ownerId;
  const all = () => parseDrafts(storage.getItem(STORAGE_KEY));
  const write = (drafts: readonly Draft[]) => storage.setItem(STORAGE_KEY, JSON.stringify(drafts));
  const read = (key: DraftKey) => all().find((draft) => isAt(draft, key))?.text ?? "";
  const keep = (key: DraftKey, text: string) => {
    if (isForgotten(key)) return;
    const others = all().filter((draft) => !isAt(draft, key));
    write(text.trim() === "" ? others : [...others, { ...key, text }]);
  };
  return {
    read,
    keep,
    add: (key, text) => keep(key, [read(key), text].filter(Boolean).join("\n")),
    forgetOthers(audience, ownerId) {
      kept.set(audience, ownerId);
      write(all().filter((draft) => !isForgotten(draft)));
    },
  };
}

function isAt(draft: Draft, { audience, ownerId, place }: DraftKey): boolean {
  return draft.audience === audience && draft.ownerId === ownerId && draft.place === place;
}

function parseDrafts(text: string | null): readonly Draft[] {
  try {
    const drafts: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(drafts) ? drafts.filter(isDraft) : [];
  } catch {
    return [];
  }
}

// another version of the page may have left something else there
function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return [draft?.audience, draft?.ownerId, draft?.place, draft?.text].every(
    (part) => typeof part === "string",
  );
}
