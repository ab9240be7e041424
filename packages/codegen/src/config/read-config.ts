// A config as its file gives it → contracts, or what is wrong with it.
import { nearestName } from "@lockstep/runtime";
import { findOverlap, type OwnedFolder } from "../folder-overlap.ts";
import { isDay } from "../is-day.ts";
import { defaultOutput, outputFolders } from "../output-folders.ts";
import { quote } from "../quote.ts";
import type { AcceptedBreak, ContractConfig } from "./define-config.ts";

export interface ReadConfigResult {
  /** Empty where anything is wrong. */
  readonly contracts: readonly ContractConfig[];
  /** Each `place: problem; way out`. */
  readonly problems: readonly string[];
}

/** Judges a value that a config file exports. */
export function readConfig(value: unknown): ReadConfigResult {
  const problems: string[] = [];
  const isList = isObject(value) && "contracts" in value;
  if (isList) judgeKeys(value, ["contracts"], "", problems);
  const list = isList ? value.contracts : [value];
  if (!Array.isArray(list) || list.length === 0) {
    problems.push("contracts: not a list of contracts; write [{ input, output }]");
    return { contracts: [], problems };
  }
  for (const [index, contract] of list.entries()) {
    judgeContract(contract, isList ? `contracts[${index}].` : "", problems);
  }
  if (problems.length === 0) judgeFolders(list, isList, problems);
  return { contracts: problems.length === 0 ? list : [], problems };
}

type Judge = (value: unknown) => boolean;

const isText: Judge = (value) => typeof value === "string" && value !== "";
const isTexts: Judge = (value) => Array.isArray(value) && value.every(isText);
const mapOf =
  (...known: readonly string[]) =>
  (judge: Judge): Judge =>
  (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([key, part]) => (known.length === 0 || known.includes(key)) && judge(part),
    );

const isFolders: Judge = (value) =>
  mapOf("events", "publishers", "subscribers")(isText)(value) &&
  Object.keys(value ?? {}).length === 3;

const isAcceptedBreak: Judge = (value) =>
  mapOf("rule", "at", "reason", "until")(isText)(value) &&
  Object.keys(value ?? {}).length === 4 &&
  isDay((value as AcceptedBreak).until);

/** What each option takes, with the words for it. */
const options: Readonly<Record<keyof ContractConfig, readonly [judge: Judge, words: string]>> = {
  input: [isText, "the path of a document"],
  output: [
    (value) => isText(value) || isFolders(value),
    "a folder, or { events, publishers, subscribers }",
  ],
  only: [(value) => value === "events", '"events"'],
  channels: [mapOf("include", "exclude")(isTexts), "{ include, exclude }, each a list of keys"],
  eventsPackage: [isText, "the name of a package"],
  remote: [mapOf()(isText), "a map of URLs to paths"],
  breakBelowOne: [(value) => value === "major" || value === "minor", '"minor" or "major"'],
  accept: [
    (value) => Array.isArray(value) && value.every(isAcceptedBreak),
    "[{ rule, at, reason, until }], each a text, until a day like 2027-06-30",
  ],
};

function judgeContract(value: unknown, place: string, problems: string[]): void {
  if (!isObject(value)) {
    problems.push(
      `${place.slice(0, -1) || "config"}: ${quote(value)} is not a contract; write { input, output }`,
    );
    return;
  }
  judgeKeys(value, Object.keys(options), place, problems);
  for (const [key, [judge, words]] of Object.entries(options)) {
    const given = value[key];
    if (given === undefined || judge(given)) continue;
    problems.push(`${place}${key}: ${quote(given)} is not what it takes; write ${words}`);
  }
}

function judgeKeys(
  value: Record<string, unknown>,
  known: readonly string[],
  place: string,
  problems: string[],
): void {
  for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
    const meant = nearestName(key, known);
    const way = meant === undefined ? "remove it" : `did you mean "${meant}"?`;
    problems.push(`${place}${key}: there is no such option; ${way}`);
  }
}

/** Of all contracts at once, since none may write into another's folders. */
function judgeFolders(
  contracts: readonly ContractConfig[],
  isList: boolean,
  problems: string[],
): void {
  const earlier: (OwnedFolder & { readonly index: number })[] = [];
  for (const [index, { output = defaultOutput }] of contracts.entries()) {
    const place = isList ? `contracts[${index}].` : "";
    for (const [part, folder] of Object.entries(outputFolders(output))) {
      const owner = `${place}output${typeof output === "string" ? "" : `.${part}`}`;
      const overlap = findOverlap({ owner, folder }, earlier);
      if (overlap !== undefined) {
        problems.push(overlap.problem);
        if (overlap.other.index !== index) break;
      }
      earlier.push({ owner, folder, index });
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
