// Texts at the edges of each format, and texts that only look like one.
import fc from "fast-check";

export interface FormatValues {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
  readonly random: fc.Arbitrary<string>;
}

const instants = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") });

/** By the `format` of JSON Schema. What a draft or a server takes differently is judged before it is used. */
export const formats: ReadonlyMap<string, FormatValues> = new Map<string, FormatValues>([
  [
    "date-time",
    {
      valid: [
        "2026-11-21T09:31:07Z",
        "2024-02-29T23:59:59.999999Z",
        "1998-12-31T23:59:60Z",
        "2026-11-21T09:31:07.5+14:00",
        "0001-01-01T00:00:00-12:00",
      ],
      invalid: ["2026-11-21", "2026-11-21T09:31:07", "2026-02-30T00:00:00Z", "2026-11-21 at 9"],
      random: instants.map((date) => date.toISOString()),
    },
  ],
  [
    "date",
    {
      valid: ["2026-11-21", "2024-02-29", "0001-01-01", "9999-12-31"],
      invalid: ["2026-02-29", "2026-13-01", "21.11.2026", "2026-11-21T00:00:00Z"],
      random: instants.map((date) => date.toISOString().slice(0, 10)),
    },
  ],
  [
    "time",
    {
      valid: ["09:31:07Z", "23:59:60Z", "00:00:00.001+05:30"],
      invalid: ["09:31:07", "24:00:00Z", "9:31"],
      random: instants.map((date) => date.toISOString().slice(11)),
    },
  ],
  [
    "email",
    {
      valid: ["aoife@killarney.example", "a@b.co", "first.last+tag@sub.domain.example"],
      invalid: ["aoife", "aoife@", "@killarney.example", "a b@killarney.example"],
      random: fc.emailAddress(),
    },
  ],
  [
    "hostname",
    {
      valid: ["killarney.example", "localhost", `${"a".repeat(63)}.example`],
      invalid: ["-killarney.example", "kill_arney.example", `${"a".repeat(64)}.example`],
      random: fc.domain(),
    },
  ],
  [
    "ipv4",
    {
      valid: ["192.0.2.1", "0.0.0.0", "255.255.255.255"],
      invalid: ["192.0.2", "256.0.0.1", "::1"],
      random: fc.ipV4(),
    },
  ],
  [
    "ipv6",
    {
      valid: ["2001:db8::1", "::", "::ffff:192.0.2.1"],
      invalid: ["192.0.2.1", "2001:db8::g", ":::"],
      random: fc.ipV6(),
    },
  ],
  [
    "uri",
    {
      valid: [
        "https://hotel.example/offers/7.jpg",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "http://[2001:db8::1]:8080/a%20b?c=d#e",
        "mailto:aoife@killarney.example",
      ],
      invalid: ["/offers/7.jpg", "hotel.example", "https://hotel.example/a b"],
      random: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    },
  ],
  [
    "uri-reference",
    {
      valid: ["/offers/7.jpg", "https://hotel.example/", "../a?b#c", "#"],
      invalid: ["a b", "\\\\hotel\\offers"],
      random: fc.webPath(),
    },
  ],
  [
    "uri-template",
    {
      valid: ["/offers/{offerId}", "/search{?words*,page:3}", ""],
      invalid: ["/offers/{", "a b", "/{offer-id}"],
      random: fc.webPath(),
    },
  ],
  [
    "url",
    {
      valid: [
        "https://hotel.example/offers/7.jpg",
        "ftp://u:p@hotel.example:21/",
        "http://8.8.8.8",
      ],
      invalid: ["http://localhost", "mailto:aoife@killarney.example", "https://192.168.0.1/"],
      random: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    },
  ],
  [
    "regex",
    {
      valid: ["^[a-z]+$", "", "(?<year>\\d{4})"],
      invalid: ["[a-z", "(", "*"],
      random: fc.constantFrom("^[a-z0-9-]+$", "a|b", "\\p"),
    },
  ],
  [
    "iso-time",
    {
      valid: ["09:31:07", "09:31:07Z", "00:00:00.001+05:30"],
      invalid: ["24:00:00", "9:31", "noon"],
      random: instants.map((date) => date.toISOString().slice(11, 19)),
    },
  ],
  [
    "iso-date-time",
    {
      valid: ["2026-11-21T09:31:07", "2026-11-21 09:31:07Z"],
      invalid: ["2026-11-21", "2026-02-30T00:00:00", "2026-11-21T09:31"],
      random: instants.map((date) => date.toISOString().slice(0, 19)),
    },
  ],
  [
    "uuid",
    {
      valid: [
        "3f0b3c1e-9a52-4a0e-8f7b-6c2d1f4b5a90",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF",
      ],
      invalid: ["3f0b3c1e9a524a0e8f7b6c2d1f4b5a90", "3f0b3c1e-9a52-4a0e-8f7b-6c2d1f4b5a9"],
      random: fc.uuid(),
    },
  ],
]);
