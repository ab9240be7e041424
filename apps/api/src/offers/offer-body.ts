// The body of a create or an update: JSON, or a form with an optional photo.
import type { Context, MiddlewareHandler, Next } from "hono";
import * as z from "zod";
import { HttpError } from "../http/http-error.ts";
import { describeBytes, limitBody } from "../http/limit-body.ts";
import { INVALID_INPUT, invalidInput } from "../http/validated.ts";
import { MAX_PHOTO_BYTES, type Photo, readPhoto } from "../images/photo.ts";
import { describing } from "../openapi/operation-part.ts";
import { fieldsOfForm } from "./offer-input.ts";

const MAX_JSON_BYTES = 64 * 1024;

// the photo, and the fields beside it
const MAX_FORM_BYTES = MAX_PHOTO_BYTES + MAX_JSON_BYTES;

/** A form as the client gives it: the fields as text, and the photo. */
export type OfferForm<Fields> = { readonly [Name in keyof Fields]?: string } & {
  readonly photo?: File;
};

export interface OfferBody<Fields> {
  readonly fields: Fields;
  readonly photo: Photo | undefined;
}

interface OfferBodyInput<Schema extends z.ZodType> {
  in: { json?: z.input<Schema>; form?: OfferForm<z.input<Schema>> };
  out: { json: OfferBody<z.output<Schema>> };
}

/** Judges the fields by `schema` and the photo by its content; handlers read both by `c.req.valid("json")`. */
export function offerBody<Schema extends z.ZodObject>(
  schema: Schema,
): MiddlewareHandler<object, string, OfferBodyInput<Schema>> {
  const judge: MiddlewareHandler<object, string, OfferBodyInput<Schema>> = async (c, next) => {
    const { fields, file } = await readBody(c);
    const result = await schema.safeParseAsync(fields);
    if (!result.success) throw invalidInput(result.error.issues);
    const photo = file && (await readPhoto(file));
    c.req.addValidatedData("json", { fields: result.data, photo });
    await next();
  };
  const form = schema.extend({ photo: photoFile.optional() });
  const body = { "application/json": schema, "multipart/form-data": form };
  const refusals = { ...INVALID_INPUT, 415: "The body is neither JSON nor a form." };
  return describing({ body, refusals }, judge);
}

const photoFile = z.file().meta({
  description: `A PNG, JPEG, WebP or GIF image of at most ${describeBytes(MAX_PHOTO_BYTES)}.`,
});

/** Limits the body by what it says it is: a photo needs more room than JSON. */
export const limitOfferBody: MiddlewareHandler = describing(
  { refusals: { 413: "The body, or the photo in it, is too large." } },
  (c: Context, next: Next) => (isForm(c) ? limitForm : limitJson)(c, next),
);

const limitForm = limitBody(MAX_FORM_BYTES);
const limitJson = limitBody(MAX_JSON_BYTES);

/** Takes a form with a photo; handlers read it by `c.req.valid("form")`. */
export const photoBody: MiddlewareHandler<
  object,
  string,
  { in: { form: { photo: File } }; out: { form: { photo: Photo } } }
> = describing(
  {
    body: { "multipart/form-data": z.object({ photo: photoFile }) },
    refusals: { 400: "There is no photo, or it is no image of these kinds." },
  },
  async (c: Context, next: Next) => {
    const file = isForm(c) ? photoOf(await readForm(c)) : undefined;
    if (file === undefined) throw new HttpError(400, "No photo file provided");
    c.req.addValidatedData("form", { photo: await readPhoto(file) });
    await next();
  },
);

function isForm(c: Context): boolean {
  return mediaTypeOf(c) === "multipart/form-data";
}

// an empty file without a name is what browsers send where none was chosen
function photoOf(form: FormData): File | undefined {
  const photo = form.get("photo");
  return photo instanceof File && (photo.size > 0 || photo.name !== "") ? photo : undefined;
}

async function readBody(c: Context): Promise<{ fields: unknown; file: File | undefined }> {
  if (isForm(c)) {
    const form = await readForm(c);
    return { fields: fieldsOfForm(form), file: photoOf(form) };
  }
  if (mediaTypeOf(c) !== "application/json") {
    throw new HttpError(415, "The body must be application/json or multipart/form-data");
  }
  return { fields: await readJson(c), file: undefined };
}

async function readForm(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new HttpError(400, "The body is not valid multipart/form-data");
  }
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    // the words of hono's own validator, which reads the other bodies
    throw new HttpError(400, "Malformed JSON in request body");
  }
}

function mediaTypeOf(c: Context): string | undefined {
  return c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
}
