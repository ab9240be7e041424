// What routes and their middleware say of the operations that they are part of. The OpenAPI document is made of that.
import type { MiddlewareHandler } from "hono";
import type { $ZodType } from "zod/v4/core";

export type Tag =
  | "Session"
  | "Offers"
  | "Staff chat"
  | "Guest chat"
  | "CRM messages"
  | "Realtime"
  | "Operations";

/** The schema of a JSON body, the media type of any other, or null where there is none. */
export type Answer = $ZodType | string | null;

/** What has to be shown in the header `Authorization`: the token of a login, or one of the process's configuration. */
export type Token = "session" | "operator" | "monitor";

export interface Operation {
  /** Unique in the document, a name for generated clients. */
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  /** What it answers when all goes well, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** What the body must be, by media type, where no `validated` says it. */
  readonly body?: Readonly<Record<string, $ZodType>>;
  /** Whose token the handler itself asks for, where no middleware does. */
  readonly security?: Token;
  /** What the handler itself refuses, by status, as sentences. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export interface OperationPart {
  readonly operation?: Operation;
  readonly security?: Token;
  readonly body?: Readonly<Record<string, $ZodType>>;
  /** An object of the headers that are read, by their names in lower case. */
  readonly headers?: $ZodType;
  readonly refusals?: Readonly<Record<number, string>>;
}

const parts = new WeakMap<object, OperationPart>();

/** Stands first among the handlers of a route and says what the route does. */
export function operation(described: Operation): MiddlewareHandler {
  const { answers: _, ...part } = described;
  return describing({ operation: described, ...part }, (_c, next) => next());
}

/** Answers the middleware itself, which says from now on what it means for the operations behind it. */
export function describing<Middleware extends object>(
  part: OperationPart,
  middleware: Middleware,
): Middleware {
  parts.set(middleware, part);
  return middleware;
}

export function partOf(handler: object): OperationPart {
  return parts.get(handler) ?? {};
}
