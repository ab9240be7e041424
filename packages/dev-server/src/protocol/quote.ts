// Text of a client inside a message of ours.

const mostCharacters = 200;

/** Answers the text in quotes, on one line, and cut to a bearable length. */
export function quote(text: string): string {
  return JSON.stringify(text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text);
}
