// The extension under which a bundled contract holds the files that its root refers to.

/** Maps paths to files as they are, their references led to places in the bundle. */
export const bundledFilesKey = "x-bundled";
