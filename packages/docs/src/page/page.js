// The page's script: search, and buttons that copy. Everything else works without it.
(() => {
  const mostFound = 30;

  /** @typedef {{ id: string, label: string, kind: string, where: string, terms: string[] }} Entry */

  /** @type {Entry[]} */
  const entries = [...document.querySelectorAll("[data-label]")].map((element) => {
    const {
      label = "",
      kind = "",
      where = "",
      terms = "",
    } = /** @type {HTMLElement} */ (element).dataset;
    return {
      id: element.id,
      label,
      kind,
      where,
      terms: [...new Set(terms.split(/\s+/))].filter(Boolean),
    };
  });

  const input = /** @type {HTMLInputElement} */ (document.getElementById("search"));
  const list = /** @type {HTMLElement} */ (document.getElementById("found"));
  const count = /** @type {HTMLElement} */ (document.getElementById("count"));
  const box = /** @type {HTMLElement} */ (input.parentElement);
  box.hidden = false;
  let chosen = -1;

  /**
   * How well an entry fits one word, 0 where it does not; and the term that fits, where its label does not.
   *
   * @param {Entry} entry
   * @param {string} word
   * @returns {{ score: number, term: string }}
   */
  function judge(entry, word) {
    const label = entry.label.toLowerCase();
    if (label === word) return { score: 100, term: "" };
    if (label.startsWith(word)) return { score: 60, term: "" };
    const terms = entry.terms.map((term) => term.toLowerCase());
    const exact = terms.indexOf(word);
    if (exact >= 0) return { score: 50, term: entry.terms[exact] ?? "" };
    if (label.includes(word)) return { score: 40, term: "" };
    const near = terms.findIndex((term) => term.includes(word));
    if (near >= 0) return { score: 20, term: entry.terms[near] ?? "" };
    return { score: entry.where.toLowerCase().includes(word) ? 10 : 0, term: "" };
  }

  /** @param {string} text */
  function search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return entries
      .map((entry) => {
        const verdicts = words.map((word) => judge(entry, word));
        const isFit = verdicts.every(({ score }) => score > 0);
        const score = isFit ? verdicts.reduce((sum, one) => sum + one.score, 0) : 0;
        return { entry, score, term: verdicts.find(({ term }) => term)?.term ?? "" };
      })
      .filter(({ score }) => score > 0)
      .sort((one, two) => two.score - one.score);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  function piece(name, text) {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    return element;
  }

  function show() {
    const found = search(input.value);
    const isAsked = input.value.trim() !== "";
    list.replaceChildren(
      ...found.slice(0, mostFound).map(({ entry, term }, index) => {
        const link = document.createElement("a");
        link.href = `#${entry.id}`;
        link.tabIndex = -1;
        link.append(
          piece("label", entry.label),
          piece("where", [entry.kind, entry.where].join(" · ")),
          ...(term && term !== entry.where ? [piece("term", term)] : []),
        );
        const item = document.createElement("li");
        item.role = "option";
        item.id = `found/${index}`;
        item.append(link);
        return item;
      }),
    );
    if (isAsked && found.length === 0) list.append(piece("none", "Nothing has that name."));
    count.textContent = isAsked ? `${found.length} found` : "";
    open(isAsked);
    choose(found.length > 0 ? 0 : -1);
  }

  /** @param {boolean} isOpen */
  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    const items = [...list.querySelectorAll("li")];
    for (const [place, item] of items.entries())
      item.setAttribute("aria-selected", String(place === index));
    const item = items[index];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  function leave() {
    open(false);
    input.blur();
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (links.length > 0) choose((chosen + step + links.length) % links.length);
    } else if (event.key === "Enter") {
      links[chosen]?.click();
    } else if (event.key === "Escape") {
      input.value = "";
      leave();
    }
  });
  list.addEventListener("click", leave);
  document.addEventListener("click", (event) => {
    if (!box.contains(/** @type {Node} */ (event.target))) open(false);
  });
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.matches("input:not([type=radio]), textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    input.select();
    input.focus();
  });

  // an address like #event/… is a deep link: what it leads to takes the focus too, so that Tab goes on from there
  const arrive = () => {
    const id = location.hash.slice(1);
    const place = document.getElementById(id) ?? document.getElementById(decode(id));
    const heading = place?.matches("[data-label]") ? place.querySelector("h2 a, h3 a") : null;
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  };
  /** @param {string} text */
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  window.addEventListener("hashchange", arrive);
  arrive();

  for (const code of document.querySelectorAll("pre")) {
    // pages that are opened from a file over plain HTTP have no clipboard
    if (!navigator.clipboard) break;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.querySelector("code")?.textContent ?? "");
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 1500);
    });
    code.append(button);
  }
})();
