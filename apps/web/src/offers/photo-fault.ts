// What the API takes as a photo, said before the upload.
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/gif";

/** Said of a file whose type is right by its name alone. */
export const NO_IMAGE = "This file holds no image; please choose another one.";

const MOST_BYTES = 5 * 1024 * 1024;

/** Why a file cannot be the photo, as a sentence; `undefined` when it can. */
export function photoFault(file: Pick<File, "type" | "size">): string | undefined {
  if (!PHOTO_TYPES.split(",").includes(file.type))
    return "The photo must be a JPEG, PNG, WebP or GIF image.";
  if (file.size === 0) return NO_IMAGE;
  if (file.size > MOST_BYTES) return "The photo is larger than 5 MB; please choose a smaller one.";
  return undefined;
}
