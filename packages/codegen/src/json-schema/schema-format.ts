// Which values of `schemaFormat` say that a schema is JSON Schema as it is read here.

const knownFormats: readonly RegExp[] = [
  /^application\/vnd\.aai\.asyncapi(?:\+json|\+yaml)?;version=[23]\.\d+\.\d+$/,
  /^application\/schema\+(?:json|yaml);version=draft-07$/,
];

export function isJsonSchemaFormat(format: unknown): boolean {
  if (typeof format !== "string") return false;
  const text = format.toLowerCase().replaceAll(/\s+/g, "");
  return knownFormats.some((known) => known.test(text));
}
