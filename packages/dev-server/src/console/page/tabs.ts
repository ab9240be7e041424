// Tabs: one view at a time, by pointer and by arrow keys.

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function startTabs(): void {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const show = (wanted: HTMLButtonElement) => {
    for (const tab of tabs) {
      const isShown = tab === wanted;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      const view = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (view) view.hidden = !isShown;
    }
    document.body.dataset.view = wanted.id.replace("tab-", "");
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => show(tab));
    tab.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const next = step === 0 ? undefined : tabs.at((index + step) % tabs.length);
      if (!next) return;
      event.preventDefault();
      next.focus();
      show(next);
    });
  }
  const [first] = tabs;
  if (first) show(first);
}
