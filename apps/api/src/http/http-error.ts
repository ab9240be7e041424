// Errors that are answers: thrown anywhere in a handler, rendered as JSON in one place.
import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import type { Log } from "../log.ts";

/** What is wrong with each field of a refused input. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The body of every answer that is not a success. */
export interface ErrorBody {
  readonly error: string;
  /** Present where the input was refused field by field. */
  readonly fields?: FieldErrors;
}

export const errorBody = z
  .object({
    error: z.string().meta({ description: "What is wrong, as a sentence." }),
    fields: z.record(z.string(), z.string()).exactOptional().meta({
      description: "What is wrong with each field, where the input was refused by field.",
    }),
  })
  .meta({ id: "Error" }) satisfies z.ZodType<ErrorBody>;

/** A refusal that the caller can read: its message and fields are sent as they are. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: ContentfulStatusCode;
  readonly fields: FieldErrors | undefined;

  constructor(status: ContentfulStatusCode, message: string, fields?: FieldErrors) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** Renders refusals as they are, and everything else as a 500 whose cause only the log sees. */
export function createErrorHandler(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof HttpError) return c.json(bodyOf(error), error.status);
    if (error instanceof HTTPException) {
      return c.json(
        { error: error.message } satisfies ErrorBody,
        error.status as ContentfulStatusCode,
      );
    }
    log.error("request failed", { method: c.req.method, path: c.req.path, error });
    return c.json({ error: "Internal server error" } satisfies ErrorBody, 500);
  };
}

function bodyOf({ message, fields }: HttpError): ErrorBody {
  return fields === undefined ? { error: message } : { error: message, fields };
}
