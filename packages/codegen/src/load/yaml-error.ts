// The words for what the YAML parser refuses.
import type { ErrorCode, YAMLError } from "yaml";

/** Code and message of a fault in the text itself. */
export function describeYamlError(
  error: YAMLError,
  text: string,
): { readonly code: string; readonly message: string } {
  if (error.code === "DUPLICATE_KEY") {
    const key = keyAt(text, error.pos[0]);
    const way = key === "<<" ? 'write them as one: "<<: [*x, *y]"' : "remove one";
    return { code: "duplicate-key", message: `"${key}": the key is written twice; ${way}` };
  }
  if (error.code === "TAG_RESOLVE_FAILED") {
    const tag = /^\S*/.exec(text.slice(error.pos[0]))?.[0] ?? "";
    return { code: "yaml-unsupported", message: `"${tag}": tags carry no data here; remove it` };
  }
  if (error.code === "MULTIPLE_DOCS") {
    return {
      code: "yaml-syntax",
      message: "yaml: the file holds more than one document; keep one document in one file",
    };
  }
  const open = /^Missing closing (["'])quote$/.exec(error.message)?.[1];
  if (open !== undefined) {
    const message = `yaml: a text that begins with ${open} does not end; add the other ${open}`;
    return { code: "yaml-syntax", message };
  }
  const problem = error.message.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  const way = waysOut[error.code] ?? "mend the syntax here";
  return { code: "yaml-syntax", message: `yaml: ${problem.replace(/\.$/, "")}; ${way}` };
}

const waysOut: Partial<Record<ErrorCode, string>> = {
  // a line that begins too far to the right is read as more of the value above it
  BLOCK_AS_IMPLICIT_KEY:
    'indent the next line as its neighbours are, or put a text that holds ": " in quotes',
  MULTILINE_IMPLICIT_KEY: 'end the key with ": " on its own line',
  TAB_AS_INDENT: "indent by spaces",
};

function keyAt(text: string, offset: number): string {
  const match = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^:\r\n]*))/.exec(text.slice(offset));
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").trim();
}
