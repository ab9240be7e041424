// The list of what happened: filtered, paused, walked through and inspected.
import { find } from "./dom.ts";
import { inspect } from "./inspector.ts";
import { recordRow } from "./record-row.ts";
import { type Filter, isShown, mostRecords } from "./records.ts";
import type { ConsoleRecord } from "./wire.ts";

export interface EventView {
  /** Begins anew with these, oldest first. */
  reset(records: readonly ConsoleRecord[]): void;
  /** Takes what is new, oldest first. */
  add(records: readonly ConsoleRecord[]): void;
  togglePause(): void;
  /** Closes what is inspected; answers whether anything was. */
  close(): boolean;
  /** Moves the focus along the list. */
  walk(step: 1 | -1): void;
}

export function createEventView(): EventView {
  const list = find("records");
  const search = find<HTMLInputElement>("filter");
  const kind = find<HTMLSelectElement>("kind");
  const pause = find<HTMLButtonElement>("pause");
  let records: ConsoleRecord[] = [];
  let waiting: ConsoleRecord[] = [];
  let isPaused = false;
  let inspected: number | undefined;

  const filter = (): Filter => ({ text: search.value, kind: kind.value });
  const mark = () => {
    for (const row of list.querySelectorAll<HTMLElement>(".record")) {
      row.toggleAttribute("aria-current", row.dataset.id === String(inspected));
    }
  };
  const close = (): boolean => {
    const panel = find("inspector");
    if (panel.hidden) return false;
    panel.hidden = true;
    document.body.classList.remove("inspecting");
    list.querySelector<HTMLElement>(`[data-id="${inspected}"]`)?.focus();
    inspected = undefined;
    mark();
    return true;
  };
  const open = (record: ConsoleRecord) => {
    inspected = record.id;
    inspect(record, close);
    document.body.classList.add("inspecting");
    mark();
  };
  const rowsOf = (some: readonly ConsoleRecord[]) => {
    const wanted = filter();
    return some
      .filter((record) => isShown(record, wanted))
      .reverse()
      .map((record) => recordRow(record, () => open(record)));
  };
  const tell = () => {
    find("count-events").textContent = String(records.length);
    pause.textContent = isPaused ? `Resume (${waiting.length} new)` : "Pause";
    pause.setAttribute("aria-pressed", String(isPaused));
    const nothing =
      records.length === 0 ? "Nothing has happened yet." : "Nothing matches the filter.";
    find("nothing").textContent = list.childElementCount === 0 ? nothing : "";
  };
  const draw = () => {
    list.replaceChildren(...rowsOf(records));
    mark();
    tell();
  };
  const take = (news: readonly ConsoleRecord[]) => {
    records = [...records, ...news].slice(-mostRecords);
    list.prepend(...rowsOf(news));
    while (list.childElementCount > mostRecords) list.lastElementChild?.remove();
    tell();
  };
  const togglePause = () => {
    isPaused = !isPaused;
    const missed = waiting;
    waiting = [];
    if (!isPaused) take(missed);
    tell();
  };

  search.addEventListener("input", draw);
  kind.addEventListener("change", draw);
  pause.addEventListener("click", togglePause);
  find("clear").addEventListener("click", () => {
    records = [];
    waiting = [];
    close();
    draw();
  });
  find("tools").addEventListener("submit", (event) => event.preventDefault());
  return {
    reset(all) {
      records = [...all].slice(-mostRecords);
      waiting = [];
      draw();
    },
    add(news) {
      if (!isPaused) {
        take(news);
        return;
      }
      waiting = [...waiting, ...news].slice(-mostRecords);
      tell();
    },
    togglePause,
    close,
    walk(step) {
      const rows = [...list.querySelectorAll<HTMLElement>(".record")];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    },
  };
}
