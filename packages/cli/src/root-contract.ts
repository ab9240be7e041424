// A contract as its project sees it, so that the same bytes come of it wherever and however the command was typed.
import { resolve } from "node:path";
import type { GenerateOptions, Output } from "@lockstep/codegen";
import type { ContractConfig } from "@lockstep/codegen/config";
import { generateCommand, hasGenerateScript } from "./generate-command.ts";
import { findConfig } from "./load-config.ts";
import { findProjectRoot, movePath } from "./project-root.ts";

/** A contract with every default filled in, its paths from the root of its project. */
export type Contract = GenerateOptions &
  Pick<ContractConfig, "accept" | "breakBelowOne"> & {
    /** Root of the document's project. */
    readonly cwd: string;
    /** For the headers of generated files: what to type in that root. */
    readonly command: string;
    /** The config that it stands in, from that root. */
    readonly configFile?: string;
    /** For a person: the document as it was named. */
    readonly name: string;
    /** For a person: what to type here. */
    readonly advice: string;
  };

export interface RootContractOptions {
  /** Where the contract's paths start. */
  readonly folder: string;
  /** Path of the config that it stands in, if it does. */
  readonly config?: string;
  /** What was typed, beside a config. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly advice: string;
}

/** Leads every path of a contract to the root of its document's project. */
export async function rootContract(
  contract: ContractConfig & { readonly input: string },
  { folder, config, asked, advice }: RootContractOptions,
): Promise<Contract> {
  const { input, remote } = contract;
  const root = findProjectRoot(resolve(folder, input));
  const move = (path: string): string => movePath(path, { from: folder, to: root });
  const { input: document, output: place, ...others } = asked;
  const options =
    config === undefined
      ? { input: document && move(document), output: place && move(place), ...others }
      : { config: configOption(config, root) };
  return {
    ...contract,
    input: move(input),
    output: await moveOutput(contract.output, move),
    ...(remote && { remote: mapValues(remote, move) }),
    cwd: root,
    ...(config !== undefined && { configFile: move(config) }),
    command: generateCommand(options, root),
    name: input,
    advice,
  };
}

/** Nothing to say where the script or the command finds the config without it. */
function configOption(config: string, root: string): string | undefined {
  const found = findConfig(root);
  if (hasGenerateScript(root) || (found && resolve(root, found) === config)) return undefined;
  return movePath(config, { from: root, to: root });
}

async function moveOutput(
  given: Output | undefined,
  move: (path: string) => string,
): Promise<Output> {
  const { defaultOutput } = await import("@lockstep/codegen/config");
  const output = given ?? defaultOutput;
  if (typeof output === "string") return move(output);
  const { events, publishers, subscribers } = output;
  return { events: move(events), publishers: move(publishers), subscribers: move(subscribers) };
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
