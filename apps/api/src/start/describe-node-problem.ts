// Which versions of Node can run this: those of `engines` in package.json.

/** Answers what is wrong with a version like `20.19.0`, or `undefined` if nothing is. */
export function describeNodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isRecent = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isRecent) return undefined;
  return `node: version ${version} is too old; install Node 20.19, 22.12 or a later version`;
}
