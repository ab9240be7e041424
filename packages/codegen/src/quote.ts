// A value as a message shows it.

/** The value in quotes: text as it is, anything else as JSON, long ones cut. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > maxLength ? `${text.slice(0, maxLength)}…` : text}"`;
}

const maxLength = 100;
