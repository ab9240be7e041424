// Holds the app to its OpenAPI document: every answer that a test gets must be one that the document describes.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { oas31 } from "zod-openapi";

/** Throws when the document knows no such answer to a request. The response can still be read. */
export type AnswerJudge = (method: string, path: string, response: Response) => Promise<void>;

export function createAnswerJudge(document: oas31.OpenAPIObject): AnswerJudge {
  // the document is no schema itself, and JSON Schema knows no keywords of OpenAPI
  const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: { document } });
  addFormats.default(ajv);
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => ({
    path,
    item,
    pattern: new RegExp(`^${path.replace(/\/$/, "").replace(/\{\w+\}/g, "[^/]+")}/?$`),
  }));

  function schemaOf(method: string, pathname: string, { status, headers }: Response) {
    const found = paths.find(({ pattern }) => pattern.test(pathname));
    const at = method.toLowerCase() as "get";
    const responses = found?.item[at]?.responses;
    // what no operation answers is refused in the form of all refusals
    if (found === undefined || responses === undefined) return "#/components/schemas/Error";
    const key = String(status) in responses ? String(status) : "default";
    if (key === "default" && status < 400) throw new Error(`${status} is not in the document`);
    const response = responses[key] as oas31.ResponseObject;
    if (response.content === undefined) return undefined;
    const type = headers.get("Content-Type")?.split(";")[0] ?? "";
    const described = Object.keys(response.content).find((range) =>
      new RegExp(`^${range.replace("*", ".+")}$`).test(type),
    );
    if (described === undefined) throw new Error(`the document has no ${type} for ${status}`);
    if (response.content[described]?.schema === undefined) return undefined;
    const steps = ["paths", found.path, at, "responses", key, "content", described, "schema"];
    return `#/${steps.map(toStep).join("/")}`;
  }

  return async (method, path, response) => {
    const { pathname } = new URL(path, "http://hotels.example");
    const pointer = schemaOf(method, pathname, response);
    if (pointer === undefined) return;
    const $ref = `document${pointer}`;
    const validate = ajv.getSchema($ref) ?? ajv.compile({ $ref });
    if (validate(await response.clone().json())) return;
    throw new Error(
      `${method} ${path}: the answer is not as documented: ${ajv.errorsText(validate.errors)}`,
    );
  };
}

/** A step of a JSON pointer in a URI's fragment. */
function toStep(text: string): string {
  return encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));
}
