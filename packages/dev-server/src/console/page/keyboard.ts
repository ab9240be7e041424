// The keys of the page.
import { find } from "./dom.ts";
import type { EventView } from "./event-view.ts";

export function startKeyboard(view: EventView): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const isWriting =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (key === "Escape" && view.close()) event.preventDefault();
    if (isWriting && !(target.id === "filter" && key === "ArrowDown")) return;
    const isShown = document.body.dataset.view === "events";
    const run = isShown ? actions[key] : undefined;
    if (!run) return;
    event.preventDefault();
    run(view);
  });
}

const actions: Readonly<Record<string, (view: EventView) => void>> = {
  "/": () => find("filter").focus(),
  p: (view) => view.togglePause(),
  ArrowDown: (view) => view.walk(1),
  ArrowUp: (view) => view.walk(-1),
};
