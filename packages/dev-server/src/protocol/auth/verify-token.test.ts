import { describe, expect, it } from "vitest";
import { sameSignature, signatureOf } from "./signature.ts";
import { verifyToken } from "./verify-token.ts";

// the worked examples of Pusher's documentation, *Auth signatures*
const application = {
  appId: "3",
  key: "278d425bdf160c739803",
  secret: "7ad3773142a6692b25b8",
};
const examples = [
  ["1234.1234:private-foobar", "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4"],
  [
    '1234.1234:presence-foobar:{"user_id":10,"user_info":{"name":"Mr. Channels"}}',
    "31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80",
  ],
  // the same example as it stood before the product was renamed
  [
    '1234.1234:presence-foobar:{"user_id":10,"user_info":{"name":"Mr. Pusher"}}',
    "afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c",
  ],
  [
    '1234.1234::user::{"id":"12345"}',
    "4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba",
  ],
] as const;

describe("verifyToken", () => {
  it.each(examples)("takes the documented signature of %s", (text, signature) => {
    expect(signatureOf(text, application.secret)).toBe(signature);
    expect(() => verifyToken(application, `${application.key}:${signature}`, text)).not.toThrow();
  });

  it.each(examples)("refuses a signature of %s with one digit changed", (text, signature) => {
    const given = signature.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    expect(() => verifyToken(application, `${application.key}:${given}`, text)).toThrow(
      `Invalid signature: Expected HMAC SHA256 hex digest of ${text}, but got ${given}`,
    );
  });

  it.each(["", ":", "other:0000", "278d425bdf160c739803", "secret"])(
    "refuses the token %j for its key",
    (token) => {
      expect(() => verifyToken(application, token, "1.1:private-a")).toThrow(
        'Invalid key in subscription auth data; it must be "278d425bdf160c739803"',
      );
    },
  );

  it("tells nobody the signature it expected", () => {
    const [text, signature] = examples[0];
    const attempt = () => verifyToken(application, `${application.key}:guess`, text);
    expect(attempt).toThrow("but got guess");
    expect(attempt).not.toThrow(signature);
  });

  it("compares signatures of different lengths without a throw", () => {
    expect(sameSignature("abc", "")).toBe(false);
    expect(sameSignature("abc", "abé")).toBe(false);
    expect(sameSignature("abc", "abc")).toBe(true);
  });
});
