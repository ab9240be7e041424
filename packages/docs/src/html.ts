// HTML as values: whatever is put into a template is escaped, unless it is HTML itself.

/** Text that is HTML. Only the template and what is known to be safe make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes; nothing comes of `undefined` and `false`. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/** A template of HTML. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = parts.map((part, index) => render(part) + (strings[index + 1] ?? ""));
  return new Html((strings[0] ?? "") + texts.join(""));
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined || part === false) return "";
  if (typeof part === "object") return part.map(render).join("");
  return escapeHtml(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// what no HTML may hold, even as an entity
const unprintable = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** Safe between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(unprintable, "\uFFFD")
    .replaceAll(/[&<>"']/g, (found) => entities[found] ?? found);
}
