import { describe, expect, it } from "vitest";
import { isMeantForUs, isSameSite, isSameToken } from "./guard.ts";

describe("isMeantForUs", () => {
  it.each([
    "127.0.0.1:6001",
    "127.0.0.1",
    "[::1]:6001",
    "localhost:6001",
    "LOCALHOST",
    "api.localhost:6001",
    "192.168.1.7:6001",
    "devbox:6001",
  ])("takes %s", (host) => {
    expect(isMeantForUs({ host }, "devbox")).toBe(true);
  });

  it.each([
    undefined,
    "",
    "evil.example",
    "evil.example:6001",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil.example/127.0.0.1",
    "a b",
  ])("refuses %s: its DNS may point here", (host) => {
    expect(isMeantForUs(host === undefined ? {} : { host }, "127.0.0.1")).toBe(false);
  });
});

describe("isSameSite", () => {
  const host = "127.0.0.1:6001";

  it("takes the console's own pages, addresses that are typed in, and tools", () => {
    expect(isSameSite({ host })).toBe(true);
    expect(isSameSite({ host, "sec-fetch-site": "none" })).toBe(true);
    expect(isSameSite({ host, origin: `http://${host}`, "sec-fetch-site": "same-origin" })).toBe(
      true,
    );
  });

  it("refuses every other page, on another port of this machine too", () => {
    expect(isSameSite({ host, "sec-fetch-site": "cross-site" })).toBe(false);
    expect(isSameSite({ host, "sec-fetch-site": "same-site" })).toBe(false);
    expect(isSameSite({ host, origin: "https://evil.example" })).toBe(false);
    expect(isSameSite({ host, origin: "http://127.0.0.1:5173" })).toBe(false);
    expect(isSameSite({ host, origin: "null" })).toBe(false);
  });
});

it("takes the token and nothing else", () => {
  expect(isSameToken("abc", "abc")).toBe(true);
  expect(isSameToken("abd", "abc")).toBe(false);
  expect(isSameToken("", "abc")).toBe(false);
  expect(isSameToken(undefined, "abc")).toBe(false);
});
