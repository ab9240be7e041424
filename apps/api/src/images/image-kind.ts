// The kinds of image that are taken, recognised by their content and never by their name.
import { fileTypeFromBuffer } from "file-type";

const MIME_TYPES = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
} as const;

/** Also the extension of a stored image. */
export type ImageKind = keyof typeof MIME_TYPES;

export function mimeTypeOf(kind: ImageKind): string {
  return MIME_TYPES[kind];
}

/** Answers `undefined` for everything that is not a PNG, JPEG, WebP or GIF; an SVG can carry scripts. */
export async function sniffImageKind(bytes: Uint8Array): Promise<ImageKind | undefined> {
  const extension = (await fileTypeFromBuffer(bytes))?.ext ?? "";
  return Object.hasOwn(MIME_TYPES, extension) ? (extension as ImageKind) : undefined;
}
