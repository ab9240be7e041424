// The console's routes: its page, what is told to it, and the test events that it publishes.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Hono } from "hono";
import type { Hub } from "../protocol/hub.ts";
import type { ApiEnv } from "../server/create-http-api.ts";
import { readBody } from "../server/read-body.ts";
import type { ContractConsole } from "./create-contract-console.ts";
import { isMeantForUs, isSameSite, isSameToken } from "./guard.ts";
import { type PageFile, readPageFiles } from "./page-files.ts";
import { publishTestEvent } from "./publish-test-event.ts";
import { streamViewer } from "./stream-viewer.ts";

const mostViewers = 16;
const plainText = "text/plain; charset=utf-8";

/** On every answer: nothing but the page's own files is loaded, and no other site may show or read it. */
const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** Beside the policy that the page of docs has in itself, which cannot say who may show it. */
const docsHeaders = {
  "content-security-policy": "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

export interface AddConsoleRoutesOptions {
  readonly hub: Hub;
  readonly contractConsole: ContractConsole;
  /** The host that the server listens on. */
  readonly host: string;
}

/** Adds `/`, `/docs` and everything below `/console`. */
export function addConsoleRoutes(app: Hono<ApiEnv>, options: AddConsoleRoutesOptions): void {
  const { hub, contractConsole, host } = options;
  // a page of an earlier start must not publish by this one
  const token = randomBytes(24).toString("base64url");
  let files: Promise<ReadonlyMap<string, PageFile>> | undefined;
  const guarded = (answer: (exchange: Exchange) => unknown) => async (c: Context<ApiEnv>) => {
    const { incoming, outgoing: response } = c.env;
    const request = incoming as IncomingMessage;
    const exchange = { request, response: response as ServerResponse };
    if (!isMeantForUs(request.headers, host) || !isSameSite(request.headers)) {
      send(exchange, { status: 403, text: "the console is for pages of this machine alone" });
    } else await answer(exchange);
    return RESPONSE_ALREADY_SENT;
  };
  const serve = async (exchange: Exchange, name: string) => {
    files ??= readPageFiles();
    const file = (await files).get(name);
    if (!file) {
      send(exchange, { status: 404, text: "no such file; the page is made by: npm run build" });
      return;
    }
    const text = name === "page.html" ? file.text.replace("{{token}}", token) : file.text;
    send(exchange, { status: 200, type: file.type, text });
  };
  app.get(
    "/",
    guarded((exchange) => serve(exchange, "page.html")),
  );
  app.get(
    "/console",
    guarded((exchange) => serve(exchange, "page.html")),
  );
  app.get(
    "/docs",
    guarded((exchange) => sendDocs(contractConsole, exchange)),
  );
  app.get(
    "/console/stream",
    guarded((exchange) => stream(contractConsole, exchange)),
  );
  app.post(
    "/console/publish",
    guarded(async (exchange) => {
      const body = await readBody(exchange.request, hub.state.limits.requestBytes);
      if (!isSameToken(exchange.request.headers["x-lockstep-token"], token)) {
        send(exchange, { status: 403, text: "the token is of another start; reload the page" });
        return;
      }
      const answer = publishTestEvent(hub, { contract: contractConsole.contract, body });
      const status = "problems" in answer ? 422 : 200;
      send(exchange, { status, type: "application/json", text: JSON.stringify(answer) });
    }),
  );
  app.get(
    "/console/*",
    guarded((exchange) => serve(exchange, pathOf(exchange).slice("/console/".length))),
  );
}

async function sendDocs({ contract }: ContractConsole, exchange: Exchange): Promise<void> {
  if (contract?.docs === undefined) {
    send(exchange, { status: 404, text: "the server has no contract that is documented" });
    return;
  }
  try {
    const text = await contract.docs();
    send(exchange, { status: 200, type: "text/html; charset=utf-8", text, headers: docsHeaders });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    send(exchange, { status: 500, text: `the docs cannot be made: ${problem}` });
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function pathOf({ request }: Exchange): string {
  return (request.url ?? "").replace(/\?.*/s, "");
}

function stream(contractConsole: ContractConsole, exchange: Exchange): void {
  if (contractConsole.viewers >= mostViewers) {
    send(exchange, { status: 503, text: `at most ${mostViewers} pages can look at once` });
    return;
  }
  const { response } = exchange;
  response.writeHead(200, { ...securityHeaders, "content-type": "text/event-stream" });
  const leave = contractConsole.attend(streamViewer(response));
  response.once("close", leave);
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly text: string;
  /** In place of those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

function send(
  { response }: Exchange,
  { status, type = plainText, text, headers = {} }: Answer,
): void {
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    "content-type": type,
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
