// The words for what the YAML parser refuses.
import type { YAMLError } from "yaml";

/** Code and message of a fault in the text itself. */
export function describeYamlError(
  error: YAMLError,
  text: string,
): { readonly code: string; readonly message: string } {
  if (error.code === "DUPLICATE_KEY") {
    const key = keyAt(text, error.pos[0]);
    return { code: "duplicate-key", message: `"${key}": the key is written twice; remove one` };
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
  const problem = error.message.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  return {
    code: "yaml-syntax",
    message: `yaml: ${problem.replace(/\.$/, "")}; mend the syntax here`,
  };
}

function keyAt(text: string, offset: number): string {
  const match = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^:\r\n]*))/.exec(text.slice(offset));
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").trim();
}
