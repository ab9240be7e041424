// JSON values as `@example` tags: whatever is in them, the comment goes on, and what is shown is still the same JSON.
import { textWidth } from "./text-width.ts";

const countAtMost = 3;
const linesAtMost = 12;

/** Lines of the first values that fit; a value that is too wide or too long is left out, not cut. */
export function printExamples(values: readonly unknown[], width: number): readonly string[] {
  return values
    .map((value) => printExample(value, width))
    .filter((lines) => lines.length > 0)
    .slice(0, countAtMost)
    .flat();
}

function printExample(value: unknown, width: number): readonly string[] {
  const indented = escapeJson(JSON.stringify(value, null, 2)).split("\n");
  const flat = `@example ${indented.map((line) => line.trimStart()).join(" ")}`;
  if (textWidth(flat) <= width) return [flat];
  const fits = indented.every((line) => textWidth(line) <= width);
  return fits && indented.length <= linesAtMost ? ["@example", ...indented] : [];
}

/**
 * What would end the comment, begin another tag, speak to a tool or hide in an editor stands only in texts, where JSON
 * has an escape for every character.
 */
function escapeJson(json: string): string {
  return json
    .replace(/(?<=\*)\/|\/(?=\*)/g, "\\/")
    .replace(/(?<=[\s{])@|[#@](?=\s*source|__|ts-)/gi, escapeUnits)
    .replace(directives, (tool) => tool.slice(0, -1) + escapeUnits(tool.slice(-1)))
    .replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, escapeUnits);
}

// not within an escape
const directives =
  /(?<!\\u[\da-f]{0,3})(?:biome|eslint|prettier|oxlint|deno|istanbul|c8|v8|webpack|vite)(?=[-\s]*(?:ignore|disable|ChunkName))/gi;

function escapeUnits(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
