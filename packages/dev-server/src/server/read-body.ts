// The body of an HTTP request: the bytes as they came, and no more than are allowed.
import type { IncomingMessage } from "node:http";
import { ApiError } from "../protocol/api/api-error.ts";

/**
 * Reads a whole body.
 *
 * @throws {ApiError} 413 as soon as it is too long, 400 when the client goes away
 */
export function readBody(incoming: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const keep = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) {
        chunks.push(chunk);
        return;
      }
      // what follows is still read, by the adapter, but not kept
      incoming.off("data", keep);
      reject(new ApiError(413, `the body exceeds the allowed maximum (${limitBytes} bytes)`));
    };
    incoming.on("data", keep);
    incoming.once("end", () => resolve(joined(chunks)));
    incoming.once("error", () => reject(new ApiError(400, "the body ended too early")));
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks);
}
