// An uploaded photo: checked first, then stored.

import { HttpError } from "../http/http-error.ts";
import { describeBytes } from "../http/limit-body.ts";
import { type ImageKind, sniffImageKind } from "./image-kind.ts";

export interface Photo {
  readonly bytes: Uint8Array;
  readonly kind: ImageKind;
}

export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;

/** @throws {HttpError} 413 when the file is too large, 400 when it is empty or not an image that browsers show safely */
export async function readPhoto(file: File): Promise<Photo> {
  if (file.size > MAX_PHOTO_BYTES) {
    throw new HttpError(413, `The photo is too large: at most ${describeBytes(MAX_PHOTO_BYTES)}`, {
      photo: "is too large",
    });
  }
  if (file.size === 0) throw new HttpError(400, "The photo is empty", { photo: "is empty" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = await sniffImageKind(bytes);
  if (kind === undefined) {
    throw new HttpError(400, "The photo must be a PNG, JPEG, WebP or GIF image", {
      photo: "must be a PNG, JPEG, WebP or GIF image",
    });
  }
  return { bytes, kind };
}
