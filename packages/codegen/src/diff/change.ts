// What differs between two contracts, and who breaks by it.

/**
 * Who a change breaks.
 *
 * - `oldSubscriberNewPublisher`: a deployed subscriber (an open tab) refuses or misses what a new publisher sends
 * - `newSubscriberOldPublisher`: a new subscriber refuses or misses what a deployed publisher, or an outbox row, sends
 * - `publisherSource`: code against the generated publisher stops compiling, or starts to throw
 * - `subscriberSource`: code against the generated subscriber stops compiling
 */
export type Axis =
  | "oldSubscriberNewPublisher"
  | "newSubscriberOldPublisher"
  | "publisherSource"
  | "subscriberSource";

/** A release by semantic versioning, not mapped for versions below 1.0.0. */
export type Bump = "major" | "minor" | "patch" | "none";

/** Which side may be deployed before the other. `dual`: neither, unless both contracts are published for a while. */
export type DeployOrder = "any" | "publisher-first" | "subscriber-first" | "dual";

/** A place in one of the two contracts. */
export interface ChangePlace {
  /** Path from the working folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** JSON Pointer into the file. */
  readonly pointer: string;
}

/**
 * One finding: a rule that applies to one part of the contract. The place is in the newer contract. Of what is gone,
 * `pointer` says where it stood, and file and line what it stood in.
 */
export interface Change extends ChangePlace {
  /** Stable, kebab-case, as `docs/evolution.md` lists them. */
  readonly rule: string;
  /** Whether somebody breaks: `affects` is not empty. */
  readonly breaking: boolean;
  readonly level: "error" | "warning" | "info";
  /** In the order of {@link Axis}. */
  readonly affects: readonly Axis[];
  /** The release that the contract needs: the larger of `publishers` and `subscribers`. */
  readonly bump: Bump;
  readonly publishers: Bump;
  readonly subscribers: Bump;
  /** One sentence that names the side that breaks. */
  readonly message: string;
  /** The way to get there without a break, where there is one. */
  readonly advice?: string;
  readonly deployOrder: DeployOrder;
  /** Whether a changeset is no approval enough: a line in the config, with a reason and an expiry, is needed too. */
  readonly needsOverride: boolean;
  /** Present where it stands in the older contract alone. */
  readonly isGone?: true;
  /** Where it stood in the older contract. */
  readonly before?: ChangePlace;
  /** A payload that one side's writer accepts and the other side's reader refuses. */
  readonly witness?: unknown;
}

/** What `lockstep diff --format json` prints. */
export interface ContractDiff {
  readonly breaking: boolean;
  /** The largest of all changes. */
  readonly bump: Bump;
  /** Errors first, then by place. */
  readonly changes: readonly Change[];
  /** Whether the documents' texts are the same, beyond having the same meaning. */
  readonly identical: boolean;
}
