// How many columns a text takes: East Asian wide characters take two, combining marks none.

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const none = /[\p{Mn}\p{Me}\u200b-\u200f]/gu;

export function textWidth(text: string): number {
  // most text is ASCII
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  const visible = text.replace(none, "");
  return [...visible].length + (visible.match(wide)?.length ?? 0);
}
