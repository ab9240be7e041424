// The typed client of hono over the app: what the web page compiles against.
import { hc } from "hono/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppType, createApp } from "./app.ts";
import { photoFile, pngBytes } from "./testing/sample-images.ts";
import { openTestApp, type TestApp } from "./testing/test-app.ts";
import { testDatabaseKinds } from "./testing/test-databases.ts";

let opened: TestApp;
beforeAll(async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  opened = await openTestApp(kind);
  await opened.reset();
});
afterAll(() => opened.close());

test("a typed client reaches every route", async () => {
  const fetch = createApp(opened.deps).request;
  const open = hc<AppType>("http://hotels.example", { fetch });
  const login = await open.api.auth.login.$post({
    json: { email: "aoife@killarney.example", password: "lockstep" },
  });
  const { token, user } = await login.json();
  expect(user.hotel_slug).toBe("killarney");

  const headers = { Authorization: `Token ${token}` };
  const { api } = hc<AppType>("http://hotels.example", { fetch, headers });
  const offers = api.staff.hotel[":slug"].offers;
  const param = { slug: "killarney" };
  const created = await (await offers.$post({ param, json: { title: "Spa" } })).json();
  const ofCreated = { ...param, id: String(created.id) };
  const form = { sort_order: "7", photo: photoFile(pngBytes) };
  const updated = await (await offers[":id"].$patch({ param: ofCreated, form })).json();
  expect(updated.sort_order).toBe(7);
  const photo = { photo: photoFile(pngBytes) };
  const uploaded = await offers[":id"]["upload-image"].$post({ param: ofCreated, form: photo });
  expect((await uploaded.json()).photo_url).not.toBe(updated.photo_url);
  expect((await offers[":id"].$delete({ param: ofCreated })).status).toBe(204);
  expect(await (await offers.$get({ param })).json()).toHaveLength(3);
  expect(await (await open.api.hotel[":slug"].offers.$get({ param })).json()).toHaveLength(2);
  expect(await (await open.api.realtime.config.$get()).json()).toEqual({ enabled: false });
  expect(await (await api.auth.me.$get()).json()).toEqual({ user });
  expect((await api.auth.logout.$post()).status).toBe(204);
});
