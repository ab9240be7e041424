import { createHash } from "node:crypto";
import { once } from "node:events";
import { request, type Server } from "node:http";
import { connect } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { describe, expect, it } from "vitest";
import { signatureOf } from "../protocol/auth/signature.ts";
import { application } from "../protocol/fakes.test.helper.ts";
import { createHub } from "../protocol/hub.ts";
import { cleanUp, startServer } from "../servers.test.helper.ts";
import { createHttpApi } from "./create-http-api.ts";
import { listen, stopListening } from "./listen.ts";
import { systemClock } from "./system-clock.ts";

/** Sends a signed request; answers the response. */
function signed(
  server: { url: string; key: string; secret: string },
  { method, path, body = "" }: { method: string; path: string; body?: string },
): Promise<Response> {
  const md5 = body && `&body_md5=${createHash("md5").update(body).digest("hex")}`;
  const time = Math.floor(Date.now() / 1000);
  const query = `auth_key=${server.key}&auth_timestamp=${time}&auth_version=1.0${md5}`;
  const signature = signatureOf(`${method}\n${path}\n${query}`, server.secret);
  return fetch(`${server.url}${path}?${query}&auth_signature=${signature}`, {
    method,
    headers: { connection: "close" },
    ...(body && { body }),
  });
}

describe("the HTTP API", () => {
  it("answers with JSON and its length", async () => {
    const server = await startServer();
    const body = JSON.stringify({ name: "e", channel: "news", data: "1" });
    const response = await signed(server, { method: "POST", path: "/apps/1/events", body });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("content-length")).toBe("2");
    expect(response.headers.get("transfer-encoding")).toBeNull();
    expect(await response.text()).toBe("{}");
  });

  it("answers what is refused with its status and a text, and reports it", async () => {
    const server = await startServer();
    const response = await signed(server, { method: "POST", path: "/apps/1/events", body: "{" });
    expect([response.status, await response.text()]).toEqual([400, "the body must be JSON"]);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(server.events).toEqual([
      {
        type: "refused",
        action: "request",
        socketId: undefined,
        channel: undefined,
        code: 400,
        message: "the body must be JSON",
      },
    ]);
  });

  it("names the app id it serves", async () => {
    const server = await startServer();
    const response = await signed(server, { method: "GET", path: "/apps/7/channels" });
    expect([response.status, await response.text()]).toEqual([
      404,
      `unknown app id "7"; this server's is "1"`,
    ]);
  });

  it.each([
    ["GET", "/apps/1/events"],
    ["POST", "/apps/1/channels"],
    ["POST", "/apps/1/unknown"],
    ["GET", "/apps"],
  ])("refuses %s %s by name", async (method, path) => {
    const server = await startServer();
    const response = await signed(server, { method, path });
    expect([response.status, await response.text()]).toEqual([
      404,
      `no such resource: ${method} "${path}"`,
    ]);
  });

  it("takes a body in pieces, and the user's id in an encoded path", async () => {
    const server = await startServer();
    const path = "/apps/1/users/a%20b/terminate_connections";
    const response = await signed(server, { method: "POST", path, body: "{}" });
    expect([response.status, await response.text()]).toEqual([200, "{}"]);
  });

  it("stops reading a body that is too long", async () => {
    const server = await startServer({ limits: { requestBytes: 1000 } });
    const sending = request(`${server.url}/apps/1/events`, {
      method: "POST",
      headers: { connection: "close" },
    });
    cleanUp(() => sending.destroy());
    sending.on("error", () => {});
    sending.write("x".repeat(1001));
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(413);
    sending.end();
    response.resume();
    await once(response, "close");
  });

  it("answers a fault of the server with 500, and reports it", async () => {
    const fault = new Error("observer");
    const faults: unknown[] = [];
    const hub = createHub({
      application,
      clock: systemClock,
      observe: (event) => {
        if (event.type === "published") throw fault;
        if (event.type === "fault") faults.push(event.error);
      },
    });
    const { fetch } = createHttpApi(hub);
    const http = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
    const port = await listen(http, { host: "127.0.0.1", port: 0 });
    cleanUp(() => stopListening(http));
    const body = JSON.stringify({ name: "e", channel: "news", data: "1" });
    const server = { url: `http://127.0.0.1:${port}`, ...application };
    const response = await signed(server, { method: "POST", path: "/apps/1/events", body });
    expect([response.status, await response.text()]).toEqual([
      500,
      "internal error of the dev server",
    ]);
    expect(faults).toEqual([fault]);
  });

  it("survives a client that goes away in the middle of its body", async () => {
    const server = await startServer();
    const socket = connect(server.port, server.host);
    socket.write(
      "POST /apps/1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
    );
    await once(socket, "ready");
    socket.destroy();
    await once(socket, "close");
    await expect
      .poll(() => server.events.map((event) => "message" in event && event.message))
      .toEqual(["the body ended too early"]);
  });
});
