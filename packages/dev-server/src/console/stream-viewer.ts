// A page that looks, over server-sent events.
import type { ServerResponse } from "node:http";
import type { Viewer } from "./create-contract-console.ts";

// what may wait for a page that does not read; it is told everything when it comes back
const longestBytes = 8 * 1024 * 1024;

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function streamViewer(response: ServerResponse): Viewer {
  return {
    tell(message) {
      if (response.writableLength > longestBytes) {
        response.destroy();
        return;
      }
      // JSON has no line breaks of its own
      response.write(`data: ${JSON.stringify(message)}\n\n`);
    },
    end: () => response.end(),
  };
}
