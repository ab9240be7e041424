// Where a text stops being JSON.

export interface JsonFault {
  /** Offset of what cannot stand there. */
  readonly offset: number;
  /** `subject: problem; way out`. */
  readonly message: string;
}

/** The first fault of a text as JSON, `undefined` where there is none. A byte order mark is none. */
export function findJsonFault(text: string): JsonFault | undefined {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const json = text.slice(start);
  if (breaksAt(json, json.length) === undefined) return undefined;
  // a beginning that is broken stays so, however the text goes on
  let [whole, broken] = [0, json.length + 1];
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1;
    if (breaksAt(json, middle) === "inside") broken = middle;
    else whole = middle;
  }
  const isCutShort = broken > json.length;
  const message = isCutShort
    ? "json: the text ends before it is complete; close what is open"
    : `json: ${JSON.stringify(json[broken - 1])} cannot stand here; mend the syntax here`;
  return { offset: start + (isCutShort ? json.length : broken - 1), message };
}

/** Whether the first `length` characters are no JSON: because they end, or for what is among them. */
function breaksAt(json: string, length: number): "end" | "inside" | undefined {
  try {
    JSON.parse(json.slice(0, length));
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    const isEnd = /^Unexpected end|^Unterminated/.test(message) || Number(position) >= length;
    return isEnd ? "end" : "inside";
  }
}
