// The parameters of paths, by the names that they have in routes.
import * as z from "zod";
import { MAX_ID } from "../http/path-id.ts";

const schemas = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .meta({ description: "Slug of a hotel.", examples: ["killarney"] }),
  id: z.int().min(1).max(MAX_ID).meta({ description: "Id of what the path names before it." }),
  name: z.string().min(1).meta({ description: "Name of a stored image." }),
} satisfies Readonly<Record<string, z.ZodType>>;

/** @throws {Error} for a parameter that has no schema here */
export function pathParameters(route: string): z.ZodObject {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, schemaOf(name, route)])));
}

function schemaOf(name: string, route: string): z.ZodType {
  if (Object.hasOwn(schemas, name)) return schemas[name as keyof typeof schemas];
  throw new Error(`${route}: the parameter "${name}" has no schema in path-parameters.ts`);
}
