// What a generated schema says where `zod/mini` has no word for it, or one that differs from JSON Schema.
import { type core, custom, pipe, refine } from "zod/mini";
import { counted } from "../counted.ts";
import { hasCodePoints } from "./code-points.ts";
import { isDate, isDateTime, isIsoDateTime, isIsoTime, isTime } from "./formats/date-time.ts";
import { isIpv4, isIpv6 } from "./formats/ip-address.ts";
import { isEmail, isHostname, isUuid } from "./formats/names.ts";
import { isRegex } from "./formats/regex.ts";
import { isUri, isUriReference } from "./formats/uri.ts";
import { isUrl } from "./formats/url.ts";
import { hasUniqueItems } from "./has-unique-items.ts";
import { isMultipleOf } from "./numbers.ts";

type TextCheck = core.$ZodCheck<string>;
type NumberCheck = core.$ZodCheck<number>;

/** `type: integer`: no fraction, whatever the size; 1.0 is an integer. */
export function integer(): NumberCheck {
  return saying({ type: "integer" }, Number.isInteger, "must be an integer");
}

/** `multipleOf`, on decimals: 0.3 is a multiple of 0.1. */
export function multipleOf(divisor: number): NumberCheck {
  return saying(
    { multipleOf: divisor },
    (value) => isMultipleOf(value, divisor),
    `must be a multiple of ${divisor}`,
  );
}

/** `minLength`, in code points. */
export function minCharacters(count: number): TextCheck {
  return saying(
    { minLength: count },
    (text) => hasCodePoints(text, count),
    `must have at least ${counted(count, "character")}`,
  );
}

/** `maxLength`, in code points. */
export function maxCharacters(count: number): TextCheck {
  return saying(
    { maxLength: count },
    (text) => !hasCodePoints(text, count + 1),
    `must have at most ${counted(count, "character")}`,
  );
}

/** `uniqueItems`, around the schema of a list: it sees the items as they came, before the schema drops unknown fields. */
export function uniqueItems<List extends core.$ZodType>(list: List): List {
  const unique = custom<unknown>((value) => !Array.isArray(value) || hasUniqueItems(value), {
    error: "must not have the same item twice",
  });
  return pipe(unique as never, list as never) as unknown as List;
}

/** `format: date`, RFC 3339. */
export function date(): TextCheck {
  return saying({ format: "date" }, isDate, "must be a date (YYYY-MM-DD)");
}

/** `format: date-time`, RFC 3339. */
export function dateTime(): TextCheck {
  return saying(
    { format: "date-time" },
    isDateTime,
    "must be a date and time with an offset (RFC 3339)",
  );
}

/** `format: time`, RFC 3339. */
export function time(): TextCheck {
  return saying({ format: "time" }, isTime, "must be a time with an offset (RFC 3339)");
}

/** `format: iso-time`, ISO 8601. */
export function isoTime(): TextCheck {
  return saying({ format: "iso-time" }, isIsoTime, "must be a time (hh:mm:ss)");
}

/** `format: iso-date-time`, ISO 8601. */
export function isoDateTime(): TextCheck {
  return saying({ format: "iso-date-time" }, isIsoDateTime, "must be a date and time (ISO 8601)");
}

/** `format: email`. */
export function email(): TextCheck {
  return saying({ format: "email" }, isEmail, "must be an email address");
}

/** `format: hostname`. */
export function hostname(): TextCheck {
  return saying({ format: "hostname" }, isHostname, "must be a host name");
}

/** `format: ipv4`. */
export function ipv4(): TextCheck {
  return saying({ format: "ipv4" }, isIpv4, "must be an IPv4 address");
}

/** `format: ipv6`. */
export function ipv6(): TextCheck {
  return saying({ format: "ipv6" }, (text: string) => isIpv6(text), "must be an IPv6 address");
}

/** `format: regex`. */
export function regex(): TextCheck {
  return saying({ format: "regex" }, isRegex, "must be a regular expression");
}

/** `format: uri`. */
export function uri(): TextCheck {
  return saying({ format: "uri" }, isUri, "must be a URI");
}

/** `format: uri-reference`. */
export function uriReference(): TextCheck {
  return saying({ format: "uri-reference" }, isUriReference, "must be a URI reference");
}

/** `format: url`. */
export function url(): TextCheck {
  return saying({ format: "url" }, isUrl, "must be a public address of the web");
}

/** `format: uuid`. */
export function uuid(): TextCheck {
  return saying({ format: "uuid" }, isUuid, "must be a UUID");
}

/** A check that also says what it looks for in JSON Schema's words, as `params`, for whoever describes a schema. */
function saying<Value>(
  jsonSchema: Readonly<Record<string, string | number>>,
  judge: (value: Value) => boolean,
  error: string,
): core.$ZodCheck<Value> {
  return refine(judge, { error, params: { jsonSchema } });
}
