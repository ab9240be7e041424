// One small value of a schema, for what stands beside the part that matters.
import type { Branch, Limits, Reading } from "../schema/branch.ts";
import { keyOfNode, type Node } from "../schema/located.ts";
import { samplesOfFormat } from "./samples.ts";

/** Answers a value that the schema probably accepts, without fields that may be left out; `undefined` for none. */
export type SampleValue = (node: Node) => unknown;

/** Each node is sampled once, so that schemas that refer to each other take no time. */
export function createSampler(read: (node: Node) => Reading): SampleValue {
  const known = new Map<string, unknown>();
  const sample: SampleValue = (node) => {
    const key = keyOfNode(node);
    if (known.has(key)) return known.get(key);
    // asked again from inside itself, it has no end
    known.set(key, undefined);
    const values = read(node).branches.map((branch) => sampleBranch(branch, sample));
    const value = values.find((one) => one !== undefined);
    known.set(key, value);
    return value;
  };
  return sample;
}

function sampleBranch(branch: Branch, sample: SampleValue): unknown {
  const { type, literals, limits, fields, items } = branch;
  if (literals) return literals[0];
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return true;
    case "number":
      return sampleNumber(limits);
    case "string":
      return sampleText(limits);
    case "array": {
      const count = Math.min(limits.least.get("minItems")?.value.limit ?? 0, 100);
      const list = Array.from({ length: count }, (_, index) =>
        sample(items.places[index] ?? items.rest),
      );
      return list.includes(undefined) ? undefined : list;
    }
    default: {
      const required = [...fields.properties].filter(([, field]) => field.required);
      const entries = required.map(([name, { node }]) => [name, sample(node)] as const);
      if (entries.some(([, value]) => value === undefined)) return undefined;
      return Object.fromEntries(entries);
    }
  }
}

function sampleNumber({ least, most, multiples }: Limits): number {
  const low = least.get("minimum")?.value;
  const high = most.get("maximum")?.value;
  const [divisor = 1] = multiples.keys();
  if (low && (low.limit > 0 || (low.limit === 0 && low.exclusive))) {
    const times = Math.ceil(low.limit / divisor);
    const reached = times * divisor === low.limit && low.exclusive;
    return (reached ? times + 1 : times) * divisor;
  }
  return high && high.limit < 0 ? Math.floor(high.limit / divisor) * divisor : 0;
}

function sampleText({ least, most, formats }: Limits): string {
  const [formatted] = samplesOfFormat([...formats.keys()]);
  const low = least.get("minLength")?.value.limit ?? 0;
  const high = most.get("maxLength")?.value.limit ?? Number.POSITIVE_INFINITY;
  return formatted ?? "text".padEnd(Math.min(low, 5000), "a").slice(0, high);
}
