// The length of a text as JSON Schema counts it.

/** Counts code points: an emoji outside the basic plane is one, a surrogate without its other half too. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    const pair = isHalf(text, i - 1, 0xd800) && isHalf(text, i, 0xdc00);
    if (pair) count--;
  }
  return count;
}

function isHalf(text: string, at: number, first: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === first;
}
