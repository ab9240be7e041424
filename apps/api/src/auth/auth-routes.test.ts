// Logging in and out, over every database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ErrorBody } from "../http/http-error.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import type { UserJson } from "./auth-operations.ts";

interface Login {
  readonly token: string;
  readonly user: UserJson;
}

const AOIFE: UserJson = {
  id: 1,
  email: "aoife@killarney.example",
  first_name: "Aoife",
  last_name: "Byrne",
  hotel_slug: "killarney",
  hotel_name: "Hotel Killarney",
};

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(() => app.reset());
  afterAll(() => app.close());

  function login(email: string, password: string): Promise<Response> {
    return app.request("/api/auth/login/", json("POST", { email, password }));
  }

  test("the right password opens a session", async () => {
    const response = await login("  Aoife@Killarney.example ", "lockstep");
    expect(response.status).toBe(200);
    const { token, user } = await jsonOf<Login>(response);
    expect(user).toEqual(AOIFE);
    for (const scheme of ["Token", "Bearer", "token"]) {
      const me = await app.request("/api/auth/me", {
        headers: { Authorization: `${scheme} ${token}` },
      });
      expect(await me.json()).toEqual({ user: AOIFE });
    }
  });

  test.each([
    { what: "a wrong password", email: AOIFE.email, password: "Lockstep" },
    { what: "an unknown address", email: "nobody@killarney.example", password: "lockstep" },
  ])("$what gets the same 401", async ({ email, password }) => {
    const response = await login(email, password);
    expect(response.status).toBe(401);
    expect(await jsonOf<ErrorBody>(response)).toEqual({
      error: "The e-mail address or the password is wrong",
    });
  });

  test("missing credentials are named", async () => {
    const response = await app.request("/api/auth/login", json("POST", { email: 7 }));
    expect(response.status).toBe(400);
    expect(await jsonOf<ErrorBody>(response)).toEqual({
      error: "Invalid input: email must be text; password is required",
      fields: { email: "must be text", password: "is required" },
    });
  });

  test("a mistyped field is named with the one that was meant", async () => {
    const response = await app.request(
      "/api/auth/login",
      json("POST", { e_mail: "a@b.example", password: "lockstep" }),
    );
    expect((await jsonOf<ErrorBody>(response)).fields).toEqual({
      email: "is required",
      e_mail: "is not a known field; did you mean email?",
    });
  });

  // cause: the message was not kept, as every object has something of that name, and the answer said nothing
  test("a field that is called as every object's constructor is named", async () => {
    const body = { email: AOIFE.email, password: "lockstep", constructor: 1 };
    const response = await app.request("/api/auth/login", json("POST", body));
    expect(await jsonOf<ErrorBody>(response)).toEqual({
      error: "Invalid input: constructor is not a known field",
      fields: { constructor: "is not a known field" },
    });
  });

  test("what is no address is said to be none", async () => {
    const response = await login("a\0@killarney.example", "lockstep");
    expect(response.status).toBe(400);
    expect((await jsonOf<ErrorBody>(response)).fields).toEqual({
      email: "must be an e-mail address",
    });
  });

  test.each([
    { what: "broken JSON", body: "{", status: 400, error: "Malformed JSON in request body" },
    {
      what: "no object",
      body: "[]",
      status: 400,
      error: "Invalid input: the body must be an object",
    },
    {
      what: "a body that is too large",
      body: JSON.stringify({ email: "a".repeat(20_000) }),
      status: 413,
      error: "The request is too large: at most 16 kB",
    },
  ])("$what is refused with a message", async ({ body, status, error }) => {
    const headers = { "Content-Type": "application/json" };
    const response = await app.request("/api/auth/login", { method: "POST", headers, body });
    expect(response.status).toBe(status);
    expect((await jsonOf<ErrorBody>(response)).error).toBe(error);
  });

  test("a session ends when its holder logs out", async () => {
    const { token } = await jsonOf<Login>(login(AOIFE.email, "lockstep"));
    const headers = { Authorization: `Token ${token}` };
    expect((await app.request("/api/auth/logout/", { method: "POST", headers })).status).toBe(204);
    const me = await app.request("/api/auth/me/", { headers });
    expect(me.status).toBe(401);
    expect(await me.json()).toEqual({ error: "The token is not valid; log in again" });
  });

  test("a session ends after two weeks", async () => {
    const { findViewer, openSession } = await import("./sessions.ts");
    const token = await openSession(app.db, 1, new Date("2026-11-01T00:00:00Z"));
    expect(await findViewer(app.db, token, new Date("2026-11-14T23:59:59Z"))).toBeDefined();
    expect(await findViewer(app.db, token, new Date("2026-11-15T00:00:00Z"))).toBeUndefined();
  });

  test("no password and no token is stored", async () => {
    const { token } = await jsonOf<Login>(login(AOIFE.email, "lockstep"));
    const { sessions, users } = await import("../db/schema.ts");
    const stored = JSON.stringify([
      await app.db.select().from(sessions),
      await app.db.select({ hash: users.passwordHash }).from(users),
    ]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain("lockstep");
  });
});
