// The offers of a hotel, over every database: answers, events and images.
import { type EventBuilder, type Expected, expectPublished } from "@lockstep/testing";
import { hotelOffers } from "@lockstep-demo/publishers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { offers as offerTable } from "../db/schema.ts";
import type { ErrorBody } from "../http/http-error.ts";
import { jpegBytes, photoFile, pngBytes, svgBytes } from "../testing/sample-images.ts";
import { form, json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import type { Offer } from "./to-offer.ts";

const OFFERS = "/api/staff/hotel/killarney/offers/";
const AT = "2026-11-21T10:00:00.000Z";
const { offerCreated, offerUpdated, offerDeleted, offerImageUpdated } = hotelOffers({
  hotelSlug: "killarney",
});

type AsStaff = Awaited<ReturnType<TestApp["as"]>>;

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let staff: AsStaff;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(async () => {
    await app.reset();
    staff = await app.as("aoife@killarney.example");
  });
  afterAll(() => app.close());

  async function expectOnly<Payload>(builder: EventBuilder<Payload>, payload: Expected<Payload>) {
    const published = await app.publishedEvents();
    expectPublished(published, builder).withExactly(payload);
    expect(published).toHaveLength(1);
  }

  describe("access", () => {
    const routes = [
      ["GET", OFFERS],
      ["POST", OFFERS],
      ["PATCH", `${OFFERS}1/`],
      ["DELETE", `${OFFERS}1/`],
      ["POST", `${OFFERS}1/upload-image/`],
    ] as const;

    test.each(routes)("%s %s needs a token", async (method, path) => {
      const response = await app.request(path, { method });
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("Token, Bearer");
      expect((await jsonOf<ErrorBody>(response)).error).toMatch("Authentication is required");
    });

    test.each(routes)("%s %s is not for staff of another hotel", async (method, path) => {
      const other = await app.as("marta@paradise.example");
      const response = await other(path, { method });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ error: "Only staff of Hotel Killarney may do this" });
      expect(await app.writtenEvents()).toEqual([]);
    });

    test.each(["Token nonsense", "Bearer nonsense", "Basic YTpi", "nonsense"])(
      "the header %s is refused",
      async (Authorization) => {
        const response = await app.request(OFFERS, { headers: { Authorization } });
        expect(response.status).toBe(401);
      },
    );

    test.each(["nowhere", "%00", "Killarney", "a%2Fb"])(
      "the hotel %s is not found",
      async (slug) => {
        const response = await staff(`/api/staff/hotel/${slug}/offers/`);
        expect(response.status).toBe(404);
        expect((await app.request(`/api/hotel/${slug}/offers/`)).status).toBe(404);
      },
    );
  });

  describe("lists", () => {
    test("staff see every offer, in its place, and newest first within one place", async () => {
      await staff(OFFERS, json("POST", { title: "First of three", sort_order: 1 }));
      await staff(OFFERS, json("POST", { title: "Second of three", sort_order: 1 }));
      const offers = await jsonOf<Offer[]>(staff(OFFERS));
      expect(offers.map((offer) => offer.title)).toEqual([
        "Second of three",
        "First of three",
        "Lakeside spa weekend",
        "Ring of Kerry by bicycle",
        "Midsummer dinner on the terrace",
      ]);
    });

    test("everyone sees the active ones", async () => {
      const offers = await jsonOf<Offer[]>(app.request("/api/hotel/killarney/offers/"));
      expect(offers.map((offer) => offer.title)).toEqual([
        "Lakeside spa weekend",
        "Ring of Kerry by bicycle",
      ]);
    });

    test("no answer is kept by a browser or guessed at", async () => {
      for (const response of [await staff(OFFERS), await app.request(OFFERS)]) {
        expect(response.headers.get("Cache-Control")).toBe("no-store");
        expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      }
    });

    test("paths are the same with and without a trailing slash", async () => {
      for (const path of ["/api/hotel/killarney/offers", OFFERS.slice(0, -1)]) {
        const [bare, slashed] = [await staff(path), await staff(`${path}/`)];
        expect([bare.status, slashed.status]).toEqual([200, 200]);
        expect(await bare.json()).toEqual(await slashed.json());
      }
    });
  });

  describe("create", () => {
    const offer = {
      id: 6,
      title: "Spa",
      short_description: "",
      details_text: "",
      valid_from: null,
      valid_to: null,
      is_active: true,
      sort_order: 0,
      photo_url: null,
      created_at: AT,
      updated_at: AT,
    };

    test("a title is enough", async () => {
      const response = await staff(OFFERS, json("POST", { title: " Spa " }));
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual(offer);
      await expectOnly(offerCreated, { offer, action: "created" });
      expect(app.notified()).toBe(1);
    });

    test("every field is kept", async () => {
      const fields = {
        title: "Frühstück 🥐",
        short_description: "Kurz",
        details_text: "Lang\nund länger",
        valid_from: "2026-12-01",
        valid_to: "2026-12-31",
        is_active: false,
        sort_order: 12,
      };
      const response = await staff(OFFERS, json("POST", fields));
      expect(await response.json()).toEqual({ ...offer, ...fields });
    });

    test("a form bundles the photo", async () => {
      const before = await app.storedImages();
      const fields = {
        title: "Spa",
        sort_order: "3",
        is_active: "false",
        valid_from: "2026-12-01",
        valid_to: "",
      };
      const response = await staff(
        OFFERS,
        form("POST", { ...fields, photo: photoFile(jpegBytes, "evil.svg") }),
      );
      expect(response.status).toBe(201);
      const created = await jsonOf<Offer>(response);
      expect(created).toMatchObject({
        sort_order: 3,
        is_active: false,
        valid_from: "2026-12-01",
        valid_to: null,
      });
      const stored = (await app.storedImages()).filter((name) => !before.includes(name));
      expect(stored).toHaveLength(1);
      expect(created.photo_url).toBe(`http://hotels.example/media/offers/${stored[0]}`);
      await expectOnly(offerCreated, { offer: created, action: "created" });

      const image = await app.request(new URL(created.photo_url ?? "").pathname);
      expect(new Uint8Array(await image.arrayBuffer())).toEqual(jpegBytes);
      expect(Object.fromEntries(image.headers)).toMatchObject({
        "content-type": "image/jpeg",
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
      });
    });

    test.each([
      { what: "no title", body: {}, fields: { title: "is required" } },
      { what: "an empty title", body: { title: "  " }, fields: { title: "must not be empty" } },
      {
        what: "a title that is too long",
        body: { title: "🥐".repeat(121) },
        fields: { title: "must have at most 120 characters" },
      },
      {
        what: "control characters",
        body: { title: "a\0b" },
        fields: { title: "must not contain control characters" },
      },
      {
        what: "half of a character",
        body: { title: "a", details_text: "\ud83e" },
        fields: { details_text: "must not contain half of a surrogate pair" },
      },
      {
        what: "wrong types",
        body: { title: 1, is_active: "yes", sort_order: 1.5, short_description: null },
        fields: {
          title: "must be text",
          is_active: "must be true or false",
          sort_order: "must be a whole number",
          short_description: "must be text",
        },
      },
      {
        what: "a field that nobody knows",
        body: { title: "a", sortOrder: 1, photo: "x", colour: "red" },
        fields: {
          sortOrder: "is not a known field; did you mean sort_order?",
          photo: "is not a known field",
          colour: "is not a known field",
        },
      },
      {
        what: "a place out of range",
        body: { title: "a", sort_order: 10_000 },
        fields: { sort_order: "must be at most 9999" },
      },
      {
        what: "days that do not exist",
        body: { title: "a", valid_from: "2026-02-30", valid_to: "0000-01-01" },
        fields: {
          valid_from: "must be a date like 2026-11-21",
          valid_to: "must not be before 1900",
        },
      },
      {
        what: "an end before the beginning",
        body: { title: "a", valid_from: "2026-12-02", valid_to: "2026-12-01" },
        fields: { valid_to: "must not be before valid_from" },
      },
    ])("$what is refused by name", async ({ body, fields }) => {
      const response = await staff(OFFERS, json("POST", body));
      expect(response.status).toBe(400);
      const answer = await jsonOf<ErrorBody>(response);
      expect(answer.fields).toEqual(fields);
      expect(answer.error).toMatch(/^Invalid input: /);
      expect(await app.writtenEvents()).toEqual([]);
    });

    test("the longest offer fits into an event", async () => {
      const longest = {
        title: "🥐".repeat(120),
        short_description: "🥐".repeat(280),
        details_text: "🥐".repeat(1500),
      };
      const response = await staff(OFFERS, json("POST", longest));
      expect(response.status).toBe(201);
      expect(await app.writtenEvents()).toHaveLength(1);
    });

    test.each([
      { what: "broken JSON", type: "application/json", body: "{", status: 400 },
      { what: "no JSON object", type: "application/json", body: "7", status: 400 },
      { what: "a broken form", type: "multipart/form-data", body: "x", status: 400 },
      { what: "another type", type: "text/plain", body: "title=x", status: 415 },
      { what: "too much JSON", type: "application/json", body: "x".repeat(70_000), status: 413 },
    ])("$what is refused with a message", async ({ type, body, status }) => {
      const response = await staff(OFFERS, {
        method: "POST",
        headers: { "Content-Type": type },
        body,
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toHaveProperty("error");
    });

    test("broken JSON is called the same everywhere", async () => {
      const headers = { "Content-Type": "application/json" };
      for (const path of [OFFERS, "/api/auth/login"] as const) {
        const response = await staff(path, { method: "POST", headers, body: "{" });
        expect(await response.json()).toEqual({ error: "Malformed JSON in request body" });
      }
    });
  });

  describe("update", () => {
    test("changes what is given and nothing else", async () => {
      const [before] = await jsonOf<Offer[]>(staff(OFFERS));
      const response = await staff(`${OFFERS}1/`, json("PATCH", { is_active: false }));
      expect(response.status).toBe(200);
      const offer = await jsonOf<Offer>(response);
      expect(offer).toEqual({ ...before, is_active: false });
      await expectOnly(offerUpdated, { offer, action: "updated" });
    });

    test("a form replaces the photo, and the old image goes", async () => {
      const before = await app.storedImages();
      const response = await staff(
        `${OFFERS}1/`,
        form("PATCH", { title: "New", photo: photoFile(pngBytes) }),
      );
      const offer = await jsonOf<Offer>(response);
      expect(offer).toMatchObject({ title: "New", photo_url: expect.stringMatching(/\.png$/) });
      const after = await app.storedImages();
      expect(after).toHaveLength(before.length);
      expect(after).toContain(offer.photo_url?.split("/").at(-1));
    });

    test("line breaks of a form are those of JSON", async () => {
      const response = await staff(
        `${OFFERS}1/`,
        form("PATCH", { details_text: "One\r\ntwo", photo: photoFile(pngBytes) }),
      );
      expect((await jsonOf<Offer>(response)).details_text).toBe("One\ntwo");
    });

    test.each([
      { what: "nothing", change: () => ({}) },
      { what: "what it says already", change: ({ title }: Offer) => ({ title }) },
      { what: "the whole offer", change: (offer: Offer) => offer },
      { what: "what is read only", change: () => ({ id: 7, photo_url: null, updated_at: "" }) },
    ])("$what changes nothing, and has no event", async ({ change }) => {
      const earlier = new Date("2026-11-20T10:00:00Z");
      await app.db.update(offerTable).set({ updatedAt: earlier });
      const [before] = await jsonOf<[Offer]>(staff(OFFERS));
      const response = await staff(`${OFFERS}1/`, json("PATCH", change(before)));
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual(before);
      expect(await jsonOf<Offer[]>(staff(OFFERS))).toContainEqual(before);
      expect(await app.writtenEvents()).toEqual([]);
    });

    test("a period is judged as a whole", async () => {
      await staff(`${OFFERS}1/`, json("PATCH", { valid_from: "2026-12-02" }));
      const refused = await staff(`${OFFERS}1/`, json("PATCH", { valid_to: "2026-12-01" }));
      expect(refused.status).toBe(400);
      const cleared = await staff(`${OFFERS}1/`, json("PATCH", { valid_from: null }));
      expect((await jsonOf<Offer>(cleared)).valid_from).toBeNull();
    });

    test.each(["4", "99", "0", "-1", "x", "1.0", "99999999999"])(
      "the offer %s is not found, nor is an image kept for it",
      async (id) => {
        const before = await app.storedImages();
        const change = form("PATCH", { title: "New", photo: photoFile(pngBytes) });
        const response = await staff(`${OFFERS}${id}/`, change);
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual({ error: "There is no such offer" });
        expect(await app.storedImages()).toEqual(before);
        expect(await app.writtenEvents()).toEqual([]);
      },
    );
  });

  describe("delete", () => {
    test("the offer and its image go", async () => {
      const before = await app.storedImages();
      const response = await staff(`${OFFERS}1/`, { method: "DELETE" });
      expect(response.status).toBe(204);
      expect(await app.storedImages()).toHaveLength(before.length - 1);
      await expectOnly(offerDeleted, {
        offer_id: 1,
        offer_title: "Lakeside spa weekend",
        action: "deleted",
      });
      expect((await staff(`${OFFERS}1/`, { method: "DELETE" })).status).toBe(404);
    });
  });

  describe("upload-image", () => {
    const UPLOAD = `${OFFERS}1/upload-image/`;

    test("replaces the photo and tells its address", async () => {
      const response = await staff(UPLOAD, form("POST", { photo: photoFile(pngBytes) }));
      expect(response.status).toBe(200);
      const answer = await jsonOf<{ photo_url: string }>(response);
      expect(answer).toEqual({
        message: "Image uploaded successfully",
        photo_url: expect.stringMatching(
          /^http:\/\/hotels\.example\/media\/offers\/[0-9a-f-]+\.png$/,
        ),
      });
      await expectOnly(offerImageUpdated, {
        offer_id: 1,
        offer_title: "Lakeside spa weekend",
        photo_url: answer.photo_url,
        timestamp: AT,
      });
      const [offer] = await jsonOf<Offer[]>(staff(OFFERS));
      expect(offer?.photo_url).toBe(answer.photo_url);
    });

    test.each([
      { what: "no body", init: { method: "POST" } },
      { what: "an empty form", init: form("POST", { other: "x" }) },
      { what: "a form where none was chosen", init: form("POST", { photo: new File([], "") }) },
      { what: "text for a photo", init: form("POST", { photo: "x" }) },
      { what: "JSON", init: json("POST", { photo: "x" }) },
    ])("$what is no photo", async ({ init }) => {
      const response = await staff(UPLOAD, init);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: "No photo file provided" });
    });

    test("an empty photo is said to be empty", async () => {
      const response = await staff(UPLOAD, form("POST", { photo: photoFile(new Uint8Array()) }));
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        error: "The photo is empty",
        fields: { photo: "is empty" },
      });
    });

    test.each([
      { what: "an SVG", bytes: svgBytes },
      { what: "text", bytes: new TextEncoder().encode("not an image") },
    ])("$what is refused, whatever it is called", async ({ bytes }) => {
      const before = await app.storedImages();
      const response = await staff(UPLOAD, form("POST", { photo: photoFile(bytes) }));
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: "The photo must be a PNG, JPEG, WebP or GIF image",
      });
      expect(await app.storedImages()).toEqual(before);
    });

    test.each([5 * 1024 * 1024 + 1, 7 * 1024 * 1024])(
      "a photo of %i bytes is too large",
      async (size) => {
        const bytes = new Uint8Array(size);
        bytes.set(pngBytes);
        const response = await staff(UPLOAD, form("POST", { photo: photoFile(bytes) }));
        expect(response.status).toBe(413);
        expect((await jsonOf<ErrorBody>(response)).error).toMatch(/too large: at most 5 MB$/);
      },
    );
  });

  test("a known address names its methods to another one", async () => {
    for (const [method, path, allow] of [
      ["PUT", `${OFFERS}1/`, "DELETE, PATCH"],
      ["DELETE", OFFERS, "GET, HEAD, POST"],
      ["GET", "/api/auth/login", "POST"],
    ] as const) {
      const response = await staff(path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe(allow);
      expect(await response.json()).toEqual({
        error: `${method} is not possible here; possible: ${allow}`,
      });
    }
  });

  test("an address that is nothing answers JSON", async () => {
    for (const path of ["/api/nothing", "/media/offers/x.png", "/media/offers/..%2f..%2fetc"]) {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Type")).toBe("application/json");
      expect(await response.json()).toHaveProperty("error");
    }
  });

  test("a fault of ours is a 500 whose cause only the log has, and changes nothing", async () => {
    const { sql } = await import("drizzle-orm");
    await app.db.execute(sql`alter table outbox rename to elsewhere`);
    const before = await app.storedImages();
    const body = form("POST", { title: "Spa", photo: photoFile(pngBytes) });
    const response = await staff(OFFERS, body);
    await app.db.execute(sql`alter table elsewhere rename to outbox`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(app.logged.join()).toContain("outbox");
    expect(await app.storedImages()).toEqual(before);
    expect(await (await staff(OFFERS)).json()).toHaveLength(3);
  });
});
