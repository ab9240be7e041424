// Where images are kept: an interface of three verbs, and a folder behind it.
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ImageKind, mimeTypeOf } from "./image-kind.ts";

export interface StoredImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
}

export interface ImageStorage {
  /** Keeps an image under a new random name, which it answers. */
  put(bytes: Uint8Array, kind: ImageKind): Promise<string>;
  /** Answers `undefined` for a name that it did not give, or whose image is gone. */
  get(name: string): Promise<StoredImage | undefined>;
  /** Forgets an image; a name that it does not know is no fault. */
  remove(name: string): Promise<void>;
}

const NAME = /^[0-9a-f-]{36}\.(png|jpg|webp|gif)$/;

/** Keeps images as files of one folder, which is made at the first of them. */
export function createFolderStorage(folder: string): ImageStorage {
  return {
    async put(bytes, kind) {
      const name = `${randomUUID()}.${kind}`;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), bytes, { flag: "wx" });
      return name;
    },
    async get(name) {
      const kind = NAME.exec(name)?.[1];
      if (kind === undefined) return undefined;
      const bytes = await readFile(join(folder, name)).catch(absent);
      return bytes && { bytes: new Uint8Array(bytes), mimeType: mimeTypeOf(kind as ImageKind) };
    },
    async remove(name) {
      if (NAME.test(name)) await rm(join(folder, name), { force: true });
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
