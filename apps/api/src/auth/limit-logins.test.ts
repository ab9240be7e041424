// Failed logins are counted, rightful ones are not.
import { Hono } from "hono";
import { expect, test } from "vitest";
import { createErrorHandler } from "../http/http-error.ts";
import { createLog } from "../log.ts";
import { createLoginLimit } from "./limit-logins.ts";

function openLogin() {
  const limitLogin = createLoginLimit();
  return new Hono<{ Bindings: object }>()
    .onError(createErrorHandler(createLog(() => {})))
    .get("/:account/:password", async (c) => {
      const { account, password } = c.req.param();
      const found = await limitLogin(c, account, async () =>
        password === "right" ? account : undefined,
      );
      return c.json(found ?? null);
    });
}

function from(address: string): object {
  return { incoming: { socket: { remoteAddress: address } } };
}

test("an account is closed for a while after ten failures, also for its owner", async () => {
  const app = openLogin();
  for (let failure = 0; failure < 10; failure++) {
    const response = await app.request("/noor/wrong", {}, from(`10.0.0.${failure}`));
    expect(response.status).toBe(200);
  }
  const refused = await app.request("/noor/right", {}, from("10.0.0.99"));
  expect(refused.status).toBe(429);
  const seconds = refused.headers.get("Retry-After");
  expect(await refused.json()).toEqual({
    error: `Too many attempts; try again in ${seconds} seconds`,
  });
  expect((await app.request("/liam/right", {}, from("10.0.0.1"))).status).toBe(200);
});

test("logging in rightly is never too much", async () => {
  const app = openLogin();
  for (let login = 0; login < 100; login++) {
    expect((await app.request("/noor/right", {}, from("10.0.0.1"))).status).toBe(200);
  }
});

test("an address that tries many accounts is closed too", async () => {
  const app = openLogin();
  for (let account = 0; account < 60; account++) {
    await app.request(`/user-${account}/wrong`, {}, from("10.0.0.1"));
  }
  expect((await app.request("/noor/right", {}, from("10.0.0.1"))).status).toBe(429);
  expect((await app.request("/noor/right", {}, from("10.0.0.2"))).status).toBe(200);
});
