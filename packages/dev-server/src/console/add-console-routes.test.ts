import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { describe, expect, it } from "vitest";
import { hotels } from "../contract/contract.test.helper.ts";
import { cleanUp, openSocket, type StartedServer, startServer } from "../servers.test.helper.ts";

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask(
  { port }: StartedServer,
  path: string,
  { method = "GET", headers = {}, body = "" }: Asked = {},
): Promise<IncomingMessage & { text(): Promise<string> }> {
  const sent = request({ port, host: "127.0.0.1", path, method, headers, agent: false });
  cleanUp(() => sent.destroy());
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const text = async () => {
    let all = "";
    for await (const chunk of response.setEncoding("utf8")) all += chunk;
    return all;
  };
  return Object.assign(response, { text });
}

async function tokenOf(server: StartedServer): Promise<string> {
  const page = await (await ask(server, "/")).text();
  return /name="lockstep-token" content="([^"]+)"/.exec(page)?.[1] ?? "";
}

const publishing = {
  channel: "hotelOffers",
  event: "offerDeleted",
  parameters: { hotelSlug: "killarney" },
  payload: '{"offer_id":7}',
};

describe("the console's page", () => {
  it("is at / and at /console, for this server's own files alone, and holds no secret", async () => {
    const server = await startServer({ secret: "very-secret" });
    for (const path of ["/", "/console"]) {
      const response = await ask(server, path);
      expect(response.statusCode).toBe(200);
      expect(response.headers).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": expect.stringMatching(/^default-src 'none'; script-src 'self';/),
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      });
      expect(await response.text()).not.toContain("very-secret");
    }
    expect((await ask(server, "/console/style.css")).headers["content-type"]).toContain("text/css");
    expect((await ask(server, "/console/icon.svg")).headers["content-type"]).toBe("image/svg+xml");
  });

  it.each(["/console/none.css", "/console/..%2f..%2fpackage.json", "/console/../package.json"])(
    "has no file at %s",
    async (path) => {
      const response = await ask(await startServer(), path);
      expect(response.statusCode).toBe(404);
    },
  );

  it.each(["/", "/docs", "/console/stream", "/console/style.css"])(
    "answers %s neither to names of others nor to their pages",
    async (path) => {
      const server = await startServer();
      const foreign = [{ host: "evil.example" }, { "sec-fetch-site": "cross-site" }];
      for (const headers of foreign) {
        expect((await ask(server, path, { headers })).statusCode).toBe(403);
      }
    },
  );
});

describe("the docs", () => {
  it("are the contract's own page, which no other site may show", async () => {
    const docs = async () => "<!doctype html>";
    const server = await startServer({ contract: { ...hotels, docs } });
    const response = await ask(server, "/docs");
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "cross-origin-resource-policy": "same-origin",
    });
    expect(await response.text()).toBe("<!doctype html>");
    server.useContract(hotels);
    expect((await ask(server, "/docs")).statusCode).toBe(404);
  });

  it("say why they cannot be made", async () => {
    const docs = () => Promise.reject(new Error("two channels have one name"));
    const server = await startServer({ contract: { ...hotels, docs } });
    const response = await ask(server, "/docs");
    expect(response.statusCode).toBe(500);
    expect(await response.text()).toBe("the docs cannot be made: two channels have one name");
  });
});

describe("the console's stream", () => {
  it("tells what happens, and ends with the server", async () => {
    const server = await startServer({ contract: hotels });
    const response = await ask(server, "/console/stream");
    expect(response.headers["content-type"]).toBe("text/event-stream");
    const chunks = response.setEncoding("utf8")[Symbol.asyncIterator]();
    expect((await chunks.next()).value).toMatch(/^data: \{"type":"hello",.*"title":"Hotels"/);
    const client = openSocket(server);
    await client.next();
    expect((await chunks.next()).value).toMatch(/^data: \{"type":"news",.*"kind":"connected"/);
    await server.close();
    expect((await chunks.next()).done).toBe(true);
  });

  it("takes sixteen pages", async () => {
    const server = await startServer();
    for (let i = 0; i < 16; i++) {
      expect((await ask(server, "/console/stream")).statusCode).toBe(200);
    }
    expect((await ask(server, "/console/stream")).statusCode).toBe(503);
  });

  it("tells of another contract", async () => {
    const server = await startServer();
    const response = await ask(server, "/console/stream");
    const chunks = response.setEncoding("utf8")[Symbol.asyncIterator]();
    expect((await chunks.next()).value).toContain('"contract":null');
    server.useContract(hotels);
    expect((await chunks.next()).value).toContain('"title":"Hotels"');
  });
});

describe("a test event from the console", () => {
  it("is published by its token, and by nothing else", async () => {
    const server = await startServer({ contract: hotels });
    const body = JSON.stringify(publishing);
    const post = (headers: Record<string, string>) =>
      ask(server, "/console/publish", { method: "POST", headers, body });
    expect((await post({})).statusCode).toBe(403);
    expect((await post({ "x-lockstep-token": "guessed" })).statusCode).toBe(403);
    const token = await tokenOf(server);
    const foreign = { "x-lockstep-token": token, origin: "https://evil.example" };
    expect((await post(foreign)).statusCode).toBe(403);
    expect(server.events.map(({ type }) => type)).not.toContain("published");
    const response = await post({ "x-lockstep-token": token });
    expect(JSON.parse(await response.text())).toEqual({
      channel: "hotel-killarney",
      event: "offer-deleted",
      subscribers: 0,
    });
  });

  it("is refused with all that is wrong", async () => {
    const server = await startServer({ contract: hotels });
    const response = await ask(server, "/console/publish", {
      method: "POST",
      headers: { "x-lockstep-token": await tokenOf(server) },
      body: JSON.stringify({ ...publishing, payload: "{}" }),
    });
    expect(response.statusCode).toBe(422);
    expect(JSON.parse(await response.text())).toEqual({
      problems: ["payload/offer_id must be integer"],
    });
  });
});
