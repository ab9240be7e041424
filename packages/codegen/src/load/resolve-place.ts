// Following references from place to place.
import { appendPointer, parsePointer } from "./json-pointer.ts";
import { type Place, parseReference } from "./reference.ts";
import type { SourceFile } from "./source-file.ts";

/** A part of a file, where it is written, with its value. */
export interface Part extends Place {
  readonly value: unknown;
}

/** The files of a contract. */
export interface Sources {
  /** By path, and by the URL that a file stands for. */
  readonly get: (path: string) => Pick<SourceFile, "file" | "value"> | undefined;
  /** Hears of each place that is looked for. */
  readonly heard?: ((place: Place) => void) | undefined;
}

/** How many references may still be followed: one budget for a whole question, so that no document makes it explode. */
interface Hops {
  left: number;
}

const maxHops = 100;

/**
 * The part at `place`. Where the pointer passes a `$ref` it goes on behind it, so `#/channels/a/messages/b` works for a
 * channel that stands in another file; the part itself may be a `$ref`.
 *
 * @returns `undefined` where there is no such part.
 */
export function findPart(
  sources: Sources,
  place: Place,
  hops: Hops = { left: maxHops },
): Part | undefined {
  sources.heard?.(place);
  const { file = place.file, value } = sources.get(place.file) ?? {};
  let part: Part | undefined = value === undefined ? undefined : { file, pointer: "", value };
  for (const key of parsePointer(place.pointer) ?? []) {
    if (part === undefined) return undefined;
    const own = childOf(part, key);
    const holder: Part | undefined =
      own === undefined ? followPart(sources, part, hops) : undefined;
    part = own ?? (holder && childOf(holder, key));
  }
  return part;
}

/**
 * The part that `part` means: itself, or what its `$ref` leads to in the end.
 *
 * @returns `undefined` where the reference leads nowhere or only back to itself.
 */
export function followPart(
  sources: Sources,
  part: Part,
  hops: Hops = { left: maxHops },
): Part | undefined {
  const last = referenceChain(sources, part, hops).at(-1);
  return last && referenceOf(last.value) === undefined ? last : undefined;
}

/** The part itself, then what each `$ref` on the way leads to, as far as it goes. */
export function referenceChain(
  sources: Sources,
  part: Part,
  hops: Hops = { left: maxHops },
): Part[] {
  const chain: Part[] = [];
  let current: Part | undefined = part;
  while (current !== undefined) {
    chain.push(current);
    const ref = referenceOf(current.value);
    if (ref === undefined || hops.left === 0) return chain;
    hops.left -= 1;
    const target = parseReference(current.file, ref);
    current = target.kind === "malformed" ? undefined : findPart(sources, target.place, hops);
  }
  return chain;
}

/** Whether following `part` never ends. */
export function isCircular(sources: Sources, part: Part): boolean {
  const hops = { left: maxHops };
  return followPart(sources, part, hops) === undefined && hops.left === 0;
}

/** The part under one key or index; inherited properties are never reached. */
export function childOf(part: Part, key: string): Part | undefined {
  const { value, file } = part;
  const pointer = appendPointer(part.pointer, key);
  if (Array.isArray(value)) {
    const isIndex = /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < value.length;
    return isIndex ? { file, pointer, value: value[Number(key)] } : undefined;
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return { file, pointer, value: (value as Record<string, unknown>)[key] };
}

/** The text of an object's `$ref`. */
export function referenceOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "$ref"))
    return undefined;
  const { $ref } = value as { $ref: unknown };
  return typeof $ref === "string" ? $ref : undefined;
}
