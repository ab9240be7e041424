// The part of zod's schemas that the readings walk and our own schemas fill in. Zod keeps `_zod` for libraries.
import type { RawIssue } from "./describe-issue.ts";

/** A zod schema of any type, as data. */
export interface ZodNode {
  readonly _zod: {
    readonly def: ZodDefinition;
    readonly constr: new (def: object) => ZodNode;
    /** What a `literal` or an `enum` lists. */
    readonly values?: ReadonlySet<unknown>;
    parse: Run;
    run: Run;
  };
  safeParse(value: unknown): { readonly success: boolean };
}

type Run = (payload: Payload, context: object) => Payload;

interface Payload {
  readonly value: unknown;
  readonly issues: RawIssue[];
}

export interface ZodDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, ZodNode>>;
  /** Absent: undeclared fields are dropped; `never`: they are refused. */
  readonly catchall?: ZodNode;
  readonly options?: readonly ZodNode[];
  /** `false`: exactly one option may match. */
  readonly inclusive?: boolean;
  /** The field whose value names the option. */
  readonly discriminator?: string;
  readonly left?: ZodNode;
  readonly right?: ZodNode;
  readonly element?: ZodNode;
  readonly items?: readonly ZodNode[];
  readonly rest?: ZodNode | null;
  readonly keyType?: ZodNode;
  readonly valueType?: ZodNode;
  readonly innerType?: ZodNode;
  readonly in?: ZodNode;
  readonly out?: ZodNode;
  readonly getter?: () => ZodNode;
  readonly _cachedInner?: undefined;
  readonly checks?: readonly ZodCheck[];
  /** Of a format of zod's own, which is a check itself. */
  readonly check?: string;
  readonly coerce?: boolean;
}

/** A check of any kind, as data. */
export interface ZodCheck {
  readonly _zod: {
    readonly def: {
      readonly check: string;
      /** Of `custom`. */
      readonly fn?: (value: unknown) => unknown;
      /** Of `greater_than` and `less_than`. */
      readonly value?: unknown;
      readonly inclusive?: boolean;
    };
    check(payload: Payload): unknown;
  };
}

/** Reads an own field; `undefined` where there is none, also for names that every object inherits. */
export function ownField<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
