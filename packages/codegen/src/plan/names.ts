// Keys of the contract as TypeScript identifiers and file names.

/**
 * Words of a key: runs of letters and digits, in any script. Everything else, emoji too, stands between words. A key
 * in capitals throughout is read as lower case, unless it is one word.
 */
export function wordsOf(key: string): readonly string[] {
  const words = key.normalize("NFC").match(/[\p{L}\p{Nd}\p{M}]+/gu) ?? [];
  const shouts = words.length > 1 && words.every((word) => word === word.toUpperCase());
  return shouts ? words.map((word) => word.toLowerCase()) : words;
}

/** `offer-created` → `OfferCreated`. Empty where the key has no word; `_` before a leading digit. */
export function pascalName(key: string): string {
  return guardDigit(wordsOf(key).map(capitalize).join(""));
}

/** `OfferCreated` → `offerCreated`, `HTTPServer` → `httpServer`. Empty where the key has no word. */
export function camelName(key: string): string {
  const [first = "", ...rest] = wordsOf(key);
  return guardDigit([lowerStart(first), ...rest.map(capitalize)].join(""));
}

/** `offerCreated` → `offer-created`; letters beyond a–z by their code, so that every file system keeps the name. */
export function kebabName(key: string): string {
  const words = wordsOf(key).flatMap((word) =>
    word.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u),
  );
  return words
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/gu, (letter) => `u${codeOf(letter)}`))
    .join("-");
}

/** A name for something that is not exported under it: a word that TypeScript keeps for itself gets `_` behind it. */
export function safeName(name: string): string {
  return reserved.has(name) ? `${name}_` : name;
}

/** The name, or the name with the first number from 2 that is free; takes it. Case does not make a difference. */
export function takeName(taken: Set<string>, name: string, separator = ""): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1)
    free = `${name}${separator}${number}`;
  taken.add(free.toLowerCase());
  return free;
}

function capitalize(word: string): string {
  return word.replace(/^./u, (letter) => letter.toUpperCase());
}

function lowerStart(word: string): string {
  const capitals = /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u.exec(word)?.[0] ?? "";
  return capitals.toLowerCase() + word.slice(capitals.length);
}

function guardDigit(name: string): string {
  return /^[\p{Nd}\p{M}]/u.test(name) ? `_${name}` : name;
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16);
}

// words that cannot name a constant or a function of a module, and `then`, which would make the module a promise
const reserved = new Set(
  `abstract any arguments as async await boolean break case catch class const continue debugger declare default delete
  do else enum eval export extends false finally for from function get if implements import in infer instanceof
  interface is keyof let module namespace never new null number object of package private protected public readonly
  require return set static string super switch symbol then this throw true try type typeof undefined unique unknown
  var void while with yield z NaN Infinity globalThis exports`.split(/\s+/),
);
