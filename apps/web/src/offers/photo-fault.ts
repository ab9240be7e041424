// What the API takes as a photo, said before the upload.
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/gif";

const MOST_BYTES = 5 * 1024 * 1024;

/** Why a file cannot be the photo, as a sentence; `undefined` when it can. */
export function photoFault(file: Pick<File, "type" | "size">): string | undefined {
  if (!PHOTO_TYPES.split(",").includes(file.type))
    return "The photo must be a JPEG, PNG, WebP or GIF image.";
  if (file.size > MOST_BYTES) return "The photo is larger than 5 MB; please choose a smaller one.";
  return undefined;
}
