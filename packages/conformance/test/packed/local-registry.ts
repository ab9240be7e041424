// A registry on loopback that serves packed packages of this repository, so that a stranger's project installs them.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface PackedPackage {
  readonly manifest: { readonly name: string; readonly version: string };
  /** Path of its tarball. */
  readonly tarball: string;
}

export interface LocalRegistry {
  /** Ends in `/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves one version of each package, as `npm install` asks for them. */
export async function startRegistry(packages: readonly PackedPackage[]): Promise<LocalRegistry> {
  const tarballs = new Map(
    packages.map(({ manifest, tarball }, index) => [
      `/tarballs/${index}.tgz`,
      { manifest, bytes: readFileSync(tarball) },
    ]),
  );
  let url = "";
  const documents = new Map<string, () => string>();
  for (const [path, { manifest, bytes }] of tarballs) {
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    const { name, version } = manifest;
    documents.set(`/${name}`, () => {
      const dist = { tarball: `${url.slice(0, -1)}${path}`, integrity };
      const versions = { [version]: { ...manifest, dist } };
      return JSON.stringify({ name, "dist-tags": { latest: version }, versions });
    });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    const body = tarballs.get(path)?.bytes ?? documents.get(path)?.();
    response.writeHead(body === undefined ? 404 : 200).end(body ?? "{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
