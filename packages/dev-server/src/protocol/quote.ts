// Text of a client inside a message of ours.

const longest = 200;

/** Answers the text in quotes, on one line, and cut to a bearable length. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
