// What a builder builds, for tools that are handed one.

/** The event that a builder builds. */
export interface BuilderTarget {
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name. */
  readonly name: string;
  /** Whether the wire JSON is a CloudEvents object around the payload. */
  readonly isEnveloped: boolean;
}

/** Registered, so that a builder of another copy of this package is known too. */
const targetKey = /*#__PURE__*/ Symbol.for("lockstep.builderTarget");

/** Answers the builder itself, knowing what it builds. */
export function withTarget<Builder extends object>(
  builder: Builder,
  target: BuilderTarget,
): Builder {
  return Object.assign(builder, { [targetKey]: target });
}

/** Answers what a builder of `createEventBuilders` builds; nothing for any other function. */
export function builderTargetOf(builder: object): BuilderTarget | undefined {
  return (builder as { readonly [targetKey]?: BuilderTarget })[targetKey];
}
