import { describe, expect, it } from "vitest";
import { camelName, kebabName, pascalName, safeName, takeName } from "./names.ts";

describe("names of a key", () => {
  it.each([
    ["offerCreated", "OfferCreated", "offerCreated", "offer-created"],
    ["offer-created", "OfferCreated", "offerCreated", "offer-created"],
    ["message_created", "MessageCreated", "messageCreated", "message-created"],
    ["OfferCreated", "OfferCreated", "offerCreated", "offer-created"],
    ["light/measured.v2", "LightMeasuredV2", "lightMeasuredV2", "light-measured-v2"],
    ["HTTPServer", "HTTPServer", "httpServer", "http-server"],
    ["userID", "UserID", "userID", "user-id"],
    ["ORDER_PLACED", "OrderPlaced", "orderPlaced", "order-placed"],
    ["1st-place", "_1stPlace", "_1stPlace", "1st-place"],
    ["hello 🎉 world", "HelloWorld", "helloWorld", "hello-world"],
    ["é", "É", "é", "ue9"],
    ["日本", "日本", "日本", "u65e5u672c"],
    ["e\u0301tat", "État", "état", "ue9tat"],
    ["🎉", "", "", ""],
    ["", "", "", ""],
  ])("of %j are %s, %s and %s", (key, pascal, camel, kebab) => {
    expect([pascalName(key), camelName(key), kebabName(key)]).toEqual([pascal, camel, kebab]);
  });

  it.each([
    ["class", "class_"],
    ["default", "default_"],
    ["then", "then_"],
    ["await", "await_"],
    ["z", "z_"],
    ["offer", "offer"],
  ])("makes %s safe as %s", (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it("numbers what is taken, whatever its case", () => {
    const taken = new Set<string>();
    expect(["Offer", "offer", "OFFER"].map((name) => takeName(taken, name, "-"))).toEqual([
      "Offer",
      "offer-2",
      "OFFER-3",
    ]);
  });
});
