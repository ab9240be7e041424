// The shape of a config, known to the editor.
import type { ChannelFilter } from "../channel-filter.ts";
import type { Only, Output } from "../output-folders.ts";

/** One contract and where its code goes. Paths start from the folder of the config. */
export interface ContractConfig {
  /** @default asyncapi/asyncapi.yaml */
  readonly input?: string;
  /**
   * One folder for a self-contained result, or the `src` folders of three packages.
   *
   * @default packages/events/src, packages/publishers/src, packages/subscribers/src
   */
  readonly output?: Output;
  /** `events`: types and schemas alone, of a document of any transport. */
  readonly only?: Only;
  /** Channels to generate for, by key. */
  readonly channels?: ChannelFilter;
  /**
   * What publishers and subscribers import the events from, where they are packages.
   *
   * @default the name in the `package.json` above the events folder
   */
  readonly eventsPackage?: string;
  /** Files that stand for remote `$ref`s, by URL. */
  readonly remote?: Readonly<Record<string, string>>;
  /**
   * What a change that breaks somebody asks of a generated package below 1.0.0: `minor`, as semantic versioning has it,
   * with `patch` for every other change; or `major`, which leads to 1.0.0.
   *
   * @default minor
   */
  readonly breakBelowOne?: "major" | "minor";
  /** Breaks that no changeset can approve alone: a channel that more people may read, a removal before its sunset. */
  readonly accept?: readonly AcceptedBreak[];
}

/** One break that `check --against` lets pass, with its changeset, until a day. */
export interface AcceptedBreak {
  /** Id of the rule, as the finding names it. */
  readonly rule: string;
  /** JSON Pointer of the finding. */
  readonly at: string;
  /** Why it is right to break it, for whoever reads the config. */
  readonly reason: string;
  /** The last day on which it passes, as `2027-06-30`, in UTC. */
  readonly until: string;
}

/** One contract, or several with folders of their own. */
export type Config = ContractConfig | { readonly contracts: readonly ContractConfig[] };

/**
 * Answers its argument; for its types.
 *
 * ```ts
 * export default defineConfig({ input: "contract/orders.yaml", output: "src/generated" });
 * ```
 */
export function defineConfig<const Given extends Config>(config: Given): Given {
  return config;
}
