import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signatureOf } from "../auth/signature.ts";
import { type ApiRequest, verifyRequest, withoutAuth } from "./verify-request.ts";

// the worked example of Pusher's documentation, *HTTP API, Authentication*
const application = {
  appId: "3",
  key: "278d425bdf160c739803",
  secret: "7ad3773142a6692b25b8",
};
const body = Buffer.from(
  '{"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"}',
);
const target =
  "/apps/3/events?auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0" +
  "&body_md5=ec365a775a4cd0599faeb73354201b6f" +
  "&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c";
const nowMs = 1_353_088_179_000;
const request = { method: "POST", target, body };
const parametersOf = (asked: ApiRequest) => withoutAuth(verifyRequest(application, asked, nowMs));

describe("verifyRequest", () => {
  it("takes the documented example", () => {
    expect(parametersOf(request)).toEqual(new Map());
  });

  it.each([
    ["another key", { target: target.replace("auth_key=2", "auth_key=3") }, /^auth_key must be/],
    ["no key", { target: "/apps/3/events" }, /^auth_key must be "278d425bdf160c739803"$/],
    ["another version", { target: target.replace("1.0", "2.0") }, /^auth_version must be "1.0"$/],
    ["no time", { target: target.replace(/auth_timestamp=\d+&/, "") }, /^auth_timestamp must be/],
    ["a body other than the signed one", { body: Buffer.from("{}") }, /^body_md5 is not the MD5/],
    ["no md5", { target: target.replace(/body_md5=\w+&/, "") }, /^body_md5 is missing/],
    ["another method", { method: "GET" }, /^Invalid signature: you should have sent/],
    ["another path", { target: target.replace("/3/", "/4/") }, /^Invalid signature/],
    ["another parameter", { target: `${target}&info=user_count` }, /^Invalid signature/],
    ["no signature", { target: target.replace(/&auth_signature=\w+/, "") }, /^Invalid signature/],
  ])("refuses %s with 401", (_, change, message) => {
    expect(() => verifyRequest(application, { ...request, ...change }, nowMs)).toThrow(
      expect.objectContaining({ status: 401, message: expect.stringMatching(message) }),
    );
  });

  it("says what should have been signed, and neither the secret nor the signature", () => {
    const attempt = () =>
      verifyRequest(application, { ...request, target: target.replace(/.$/, "d") }, nowMs);
    expect(attempt).toThrow(
      String.raw`Invalid signature: you should have sent HmacSHA256Hex("POST\n/apps/3/events\nauth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&body_md5=ec365a775a4cd0599faeb73354201b6f", your_secret_key), but you sent "da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6d"`,
    );
    expect(attempt).not.toThrow(application.secret);
  });

  it.each([
    [600_000, true],
    [-600_000, true],
    [600_001, false],
    [-600_001, false],
  ])("with a clock that is %i ms off: %s", (offset, taken) => {
    const attempt = () => verifyRequest(application, request, nowMs + offset);
    if (taken) expect(attempt).not.toThrow();
    else
      expect(attempt).toThrow(/^Timestamp expired: Given timestamp \(2012-11-16T17:49:39.000Z\)/);
  });

  // as `pusher` sends it: nothing encoded, and a value that holds the separator
  it.each([
    ["filter_by_prefix=presence-a=b@c,d;e.f&info=user_count", "presence-a=b@c,d;e.f"],
    ["filter_by_prefix=presence-a%3Db&info=user_count", "presence-a=b"],
  ])("signs over decoded values: %s", (extra, prefix) => {
    const auth = "auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0";
    const signed = `GET\n/apps/3/channels\n${auth}&filter_by_prefix=${prefix}&info=user_count`;
    const signature = signatureOf(signed, application.secret);
    const asked = `/apps/3/channels?${extra}&${auth}&auth_signature=${signature}`;
    const query = parametersOf({ method: "GET", target: asked, body: Buffer.alloc(0) });
    expect([...query]).toEqual([
      ["filter_by_prefix", prefix],
      ["info", "user_count"],
    ]);
  });

  it("sorts and lower-cases the names of the parameters", () => {
    const signature = signatureOf(
      "GET\n/a\nauth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&info=X",
      application.secret,
    );
    const asked = `/a?Info=X&auth_version=1.0&AUTH_KEY=278d425bdf160c739803&auth_timestamp=1353088179&auth_signature=${signature}`;
    expect(parametersOf({ method: "GET", target: asked, body: Buffer.alloc(0) })).toEqual(
      new Map([["info", "X"]]),
    );
  });

  it.each(["a=%", "a=1&A=2"])("refuses the query %s with 400", (query) => {
    expect(() =>
      verifyRequest(application, { ...request, target: `${target}&${query}` }, nowMs),
    ).toThrow(expect.objectContaining({ status: 400 }));
  });

  it("checks the MD5 of the raw bytes, whatever they are", () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    const md5 = createHash("md5").update(bytes).digest("hex");
    const signed = `auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&body_md5=${md5}`;
    const signature = signatureOf(`POST\n/a\n${signed}`, application.secret);
    const asked = `/a?${signed}&auth_signature=${signature}`;
    expect(() =>
      verifyRequest(application, { method: "POST", target: asked, body: bytes }, nowMs),
    ).not.toThrow();
  });
});
