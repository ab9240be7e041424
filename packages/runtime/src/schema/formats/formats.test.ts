// Every check against ajv with ajv-formats, on cases chosen by hand and on mutations of them.
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, isDateTime, isIsoDateTime, isIsoTime, isTime } from "./date-time.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import { isEmail, isHostname, isUuid } from "./names.ts";
import { isRegex } from "./regex.ts";
import { isUri, isUriReference } from "./uri.ts";
import { isUrl } from "./url.ts";

const ajv = new Ajv();
addFormats.default(ajv);

interface Case {
  readonly judge: (text: string) => boolean;
  readonly alphabet: string;
  readonly seeds: readonly string[];
}

const uris = [
  "http://a.example/b/c?d=e#f",
  "urn:isbn:0451450523",
  "mailto:a@b.c",
  "a:",
  "a:/",
  "a://",
  "//host:80/x",
  "/path/to",
  "../x",
  "?q",
  "#f",
  "",
  "http://[::1]:80/",
  "http://[v1.a:b]/",
  "http://[::01.02.003.4]/",
  "http://u:p@h:/x//y",
  "a:/[::1]/x",
  'x"y',
  "http://a/%zz",
  "http://a/%20",
  "1a:b",
  "a b",
  "http://a\\b",
  "é",
  "http://a/[",
  "a:b@c:d",
  "a:/b@c:d",
  "//@:",
  "http://:80",
];

const times = [
  "09:31:07Z",
  "23:59:60Z",
  "23:59:60+00:00",
  "22:59:60-01:00",
  "00:29:60+00:30",
  "12:00:60Z",
  "23:59:61Z",
  "23:59:60.9Z",
  "24:00:00Z",
  "24:59:30+01:00",
  "09:31:07",
  "23:59:60",
  "09:31:07+0100",
  "09:31:07+01",
  "09:31:07.Z",
  "23:60:30-00:01",
  "00:00:60-23:59",
];

const instants = [
  "2026-11-21T09:31:07Z",
  "2026-11-21t09:31:07z",
  "2026-11-21 09:31:07+01:00",
  "2026-11-21\n09:31:07Z",
  "2026-11-21\u00a009:31:07Z",
  "2026-11-21T09:31:07",
  "2026-11-21TT09:31:07Z",
  "2026-11-21",
  "2016-12-31T23:59:60Z",
];

const cases: Readonly<Record<string, Case>> = {
  date: {
    judge: isDate,
    alphabet: "0123456789-",
    seeds: [
      "2024-02-29",
      "2023-02-29",
      "1900-02-29",
      "2000-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "0000-01-00",
    ],
  },
  time: {
    judge: isTime,
    alphabet: "0123456789:.+-zZ",
    seeds: times,
  },
  "iso-time": { judge: isIsoTime, alphabet: "0123456789:.+-zZ", seeds: times },
  "date-time": {
    judge: isDateTime,
    alphabet: "0123456789:.+-zZtT \n",
    seeds: instants,
  },
  "iso-date-time": {
    judge: isIsoDateTime,
    alphabet: "0123456789:.+-zZtT \n",
    seeds: instants,
  },
  email: {
    judge: isEmail,
    alphabet: "aZ0.-_@+!\u017f\u212a",
    seeds: [
      "a@b.c",
      "a.b+c@d-e.example",
      "a..b@c.d",
      ".a@b.c",
      "a@b",
      "a@-b.c",
      "a@b-.c",
      "a@b.c.",
      '"a b"@c.d',
      "a@b--c.d",
    ],
  },
  hostname: {
    judge: isHostname,
    alphabet: "aZ0.-\u017f",
    seeds: [
      "a",
      "a.b.c.",
      "-a",
      "a-",
      "a..b",
      "",
      ".",
      `${"a".repeat(63)}.b`,
      `${"a".repeat(64)}.b`,
      `${"a.".repeat(126)}b`,
      `${"a.".repeat(126)}bc`,
      `${"a.".repeat(126)}b.`,
      `${"a.".repeat(127)}`,
    ],
  },
  ipv4: {
    judge: isIpv4,
    alphabet: "0123456789.",
    seeds: ["1.2.3.4", "255.255.255.255", "256.1.1.1", "01.2.3.4", "1.2.3", "1.2.3.4.5", "0.0.0.0"],
  },
  ipv6: {
    judge: isIpv6,
    alphabet: "0fF:.",
    seeds: [
      "::",
      "::1",
      "1::",
      "1:2:3:4:5:6:7:8",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8",
      "1::3:4:5:6:7:8",
      "1:2:3:4:5:6:7:8::",
      "1:2:3:4:5:6:1.2.3.4",
      "::1.2.3.4",
      "1::1.2.3.4",
      "1:2:3:4:5::1.2.3.4",
      "1:2:3:4:5:6::1.2.3.4",
      "1.2.3.4::",
      "1:2",
      ":::",
      "::1::",
      "1:",
      ":1",
      "fe80::1%eth0",
      "::01.2.3.4",
    ],
  },
  uuid: {
    judge: isUuid,
    alphabet: "0aF-gurn:d",
    seeds: [
      "3f0b3c1e-9a52-4a0e-8f7b-6c2d1f4b5a90",
      "urn:uuid:3F0B3C1E-9A52-4A0E-8F7B-6C2D1F4B5A90",
      "3f0b3c1e9a524a0e8f7b6c2d1f4b5a90",
    ],
  },
  regex: {
    judge: isRegex,
    alphabet: "a[](){}*+?|\\Zz^$-,0d",
    seeds: ["^[a-z]+$", "a\\Z", "\\Z", "a\\\\Z", "[", "(?<a>b)\\k<a>", "a{2,1}", "", "\u{1}"],
  },
  url: {
    judge: isUrl,
    alphabet: "aZ0.-:/@#? \u017f\u2028\u00e9\u{1f600}\ud83d\n",
    seeds: [
      "http://a.bc",
      "HTTPS://A.BC:80/d e",
      "ftp://user:pass@a-b.example:8080/x@y.zz",
      "http://@a.bc",
      "http://a@b@c.de/f",
      "http://a b@c.de",
      "http://a@c.de/ f",
      "http://a/b@c.de",
      "http\u017f://a.bc",
      "http://a..bc",
      "http://a--b.cd",
      "http://-a.bc",
      "http://a.b1",
      "http://a.\u2028\u2028",
      "http://\u{1f600}.bc",
      "http://\u{1f600}@a.bc",
      "http://\ud83d.bc",
      "http://10.1.2.3",
      "http://127.0.0.1",
      "http://100.1.2.3",
      "http://169.254.0.1",
      "http://192.168.0.1",
      "http://172.16.0.1",
      "http://172.32.0.1",
      "http://223.255.255.254:12345/",
      "http://224.0.0.1",
      "http://1.1.1.255",
      "http://1.01.001.1",
      "http://1.2.3.4.com",
      "http://a.bc:1",
      "http://localhost",
      "mailto:a@b.cd",
    ],
  },
  uri: { judge: isUri, alphabet: "aZ0:/?#[]@%2f.\"'v! ", seeds: uris },
  "uri-reference": { judge: isUriReference, alphabet: "aZ0:/?#[]@%2f.\"'v! ", seeds: uris },
};

it("judges an address made to run away", () => {
  const users = ":@".repeat(2500);
  expect(isUrl(`http://${users}${"a-".repeat(2500)}`)).toBe(false);
  expect(isUrl(`http://${users}${"a-".repeat(2500)}a.bc`)).toBe(true);
});

describe.each(Object.entries(cases))("format %s", (format, { judge, alphabet, seeds }) => {
  const validate = ajv.compile({ type: "string", format });

  it.each(seeds.map((seed) => [seed]))("judges %j as ajv does", (text) => {
    expect(judge(text)).toBe(validate(text));
  });

  it("judges mutations of them as ajv does", () => {
    const mutation = fc.tuple(
      fc.constantFrom(...seeds),
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 3 }),
    );
    fc.assert(
      fc.property(mutation, ([seed, at, removed, inserted]) => {
        const place = at % (seed.length + 1);
        const text = seed.slice(0, place) + inserted + seed.slice(place + removed);
        expect(judge(text)).toBe(validate(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("judges texts of its characters as ajv does", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 24 }), (text) => {
        expect(judge(text)).toBe(validate(text));
      }),
      { numRuns: 1000 },
    );
  });
});
