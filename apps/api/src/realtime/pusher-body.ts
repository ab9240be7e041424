// What pusher-js asks for: a form, as it sends it, or JSON, as a handler of one's own may.
import type { MiddlewareHandler } from "hono";
import type * as z from "zod";
import { INVALID_INPUT, invalidInput } from "../http/validated.ts";
import { describing } from "../openapi/operation-part.ts";

interface PusherBodyInput<Schema extends z.ZodObject> {
  in: { json?: z.input<Schema>; form?: z.input<Schema> };
  out: { json: z.output<Schema> };
}

/** Judges the fields of a form or of JSON by `schema`; handlers read them by `c.req.valid("json")`. */
export function pusherBody<Schema extends z.ZodObject>(
  schema: Schema,
): MiddlewareHandler<object, string, PusherBodyInput<Schema>> {
  const judge: MiddlewareHandler<object, string, PusherBodyInput<Schema>> = async (c, next) => {
    const result = await schema.safeParseAsync(await readPusherFields(c.req.raw));
    if (!result.success) throw invalidInput(result.error.issues);
    c.req.addValidatedData("json", result.data);
    await next();
  };
  const body = { "application/x-www-form-urlencoded": schema, "application/json": schema };
  return describing({ body, refusals: INVALID_INPUT }, judge);
}

/** Reads as the channel authorizer does: what is not said to be JSON is a form, and what cannot be read has no fields. */
export async function readPusherFields(
  request: Request,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await request.text();
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type)) return Object.fromEntries(new URLSearchParams(text));
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
