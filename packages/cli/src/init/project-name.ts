// Names of packages: which are legal, and which follow from a folder.

const reserved: ReadonlySet<string> = new Set(["node_modules", "favicon.ico"]);

/**
 * Whether npm takes it as the name of a new package.
 *
 * @see https://docs.npmjs.com/cli/configuring-npm/package-json#name
 */
export function isPackageName(name: string): boolean {
  const isWellFormed = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
  return isWellFormed && name.length <= 214 && !reserved.has(name);
}

/** The nearest legal name to that of a folder; `app` where nothing of it can stay. */
export function nameOfFolder(folder: string): string {
  const name = folder
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .replace(/[^a-z0-9]+$/, "")
    .slice(0, 100);
  return isPackageName(name) ? name : "app";
}

/** Scope of the generated packages: the project's own, else its name. */
export function scopeOf(name: string): string {
  return name.startsWith("@") ? name.slice(0, name.indexOf("/")) : `@${name}`;
}
