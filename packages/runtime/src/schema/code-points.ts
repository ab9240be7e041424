// The length of a text as JSON Schema counts it: in code points.

/** Whether the text has `least` code points or more. */
export function hasCodePoints(text: string, least: number): boolean {
  // a code point is one code unit or two
  if (text.length < least) return false;
  return text.length >= 2 * least || countCodePoints(text) >= least;
}

/** An emoji outside the basic plane is one, a surrogate without its other half too. */
function countCodePoints(text: string): number {
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
