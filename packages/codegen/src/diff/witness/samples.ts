// A text for each format.

const samples: Readonly<Record<string, string>> = {
  date: "2026-11-21",
  "date-time": "2026-11-21T12:00:00Z",
  email: "guest@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  "iso-date-time": "2026-11-21T12:00:00",
  "iso-time": "12:00:00",
  regex: "^[a-z]+$",
  time: "12:00:00Z",
  uri: "https://example.com/",
  "uri-reference": "/path",
  "uri-template": "/path/{id}",
  url: "https://example.com/",
  uuid: "9b2f6a2e-3c1d-4e8f-8a7b-1c2d3e4f5a6b",
};

/** A text of each of the formats that has one here. */
export function samplesOfFormat(formats: readonly string[]): readonly string[] {
  return formats.flatMap((format) => samples[format] ?? []);
}
