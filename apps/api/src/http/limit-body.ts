// How large a request may be.
import { bodyLimit } from "hono/body-limit";
import { describing } from "../openapi/operation-part.ts";
import { HttpError } from "./http-error.ts";

/** Answers 413 to a body of more than `maxBytes`, however it was sent. */
export function limitBody(maxBytes: number) {
  const refusals = { 413: `The body is larger than ${describeBytes(maxBytes)}.` };
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new HttpError(413, `The request is too large: at most ${describeBytes(maxBytes)}`);
    },
  });
  return describing({ refusals }, limit);
}

/** Bytes for people: `5 MB`, `16 kB`. */
export function describeBytes(bytes: number): string {
  const mega = 1024 * 1024;
  return bytes >= mega ? `${Math.floor(bytes / mega)} MB` : `${Math.floor(bytes / 1024)} kB`;
}
