// Import statements, in the order and the form that Biome's organizeImports keeps.
import { bracedNames } from "./braced-names.ts";
import { compareModules, compareNames } from "./compare-names.ts";
import type { Doc, ImportedSymbol } from "./doc.ts";
import { stringLiteral } from "./literal.ts";

export interface NamedImport {
  readonly name: string;
  readonly from: string;
  /** The name in this module. */
  readonly local: string;
  readonly as: ImportedSymbol["as"];
}

/** Each import once; used as a value anywhere, it is imported as one. */
export function nameImports(
  symbols: readonly ImportedSymbol[],
  declares: readonly string[],
): ReadonlyMap<string, NamedImport> {
  const named = new Map<string, NamedImport>();
  const taken = new Set(declares);
  for (const { name, from, as } of symbols) {
    const key = `${from}\n${name}`;
    const known = named.get(key);
    if (known === undefined) {
      let local = name;
      while (taken.has(local) || globalNames.has(local)) local = `${local}_`;
      taken.add(local);
      named.set(key, { name, from, local, as });
    } else if (known.as.endsWith("type") && !as.endsWith("type")) named.set(key, { ...known, as });
  }
  return named;
}

// an import must not hide what JavaScript itself has under its name
const globalNames: ReadonlySet<string> = new Set(
  `AggregateError Array ArrayBuffer AsyncIterator Atomics BigInt BigInt64Array BigUint64Array Boolean
  DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array
  Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp
  Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet arguments decodeURI decodeURIComponent encodeURI encodeURIComponent escape
  eval globalThis hasOwnProperty isFinite isNaN isPrototypeOf parseFloat parseInt propertyIsEnumerable toLocaleString
  toString undefined unescape valueOf`.split(/\s+/),
);

export function importStatements(imports: ReadonlyMap<string, NamedImport>): readonly Doc[] {
  const modules = new Map<string, NamedImport[]>();
  for (const item of imports.values()) {
    modules.set(item.from, [...(modules.get(item.from) ?? []), item]);
  }
  const sorted = [...modules].sort(([one], [two]) => compareModules(one, two));
  return sorted.flatMap(([from, all]) => {
    const spaces = all.filter(({ as }) => as.startsWith("namespace"));
    const names = all.filter((item) => !spaces.includes(item));
    return [
      ...spaces.map(({ local, as }) => {
        const type = as === "namespace-type" ? "type " : "";
        return `import ${type}* as ${local} from ${stringLiteral(from)};`;
      }),
      ...(names.length > 0 ? [namedImports(names, from)] : []),
    ];
  });
}

function namedImports(names: readonly NamedImport[], from: string): Doc {
  const sorted = [...names].sort((one, two) => compareNames(one.name, two.name));
  const onlyTypes = sorted.every(({ as }) => as === "type");
  const specifiers = sorted.map(({ name, local, as }) => {
    const renamed = name === local ? name : `${name} as ${local}`;
    return as === "type" && !onlyTypes ? `type ${renamed}` : renamed;
  });
  return [
    onlyTypes ? "import type " : "import ",
    bracedNames(specifiers),
    ` from ${stringLiteral(from)};`,
  ];
}
