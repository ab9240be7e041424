import { expect, it } from "vitest";
import { judgeValues } from "./judge-values.ts";
import type { SchemaModel } from "./model/contract-model.ts";

const origin = { file: "a.yaml", pointer: "", line: 1, column: 1 };
const id: SchemaModel = { id: "a.yaml#/id", schema: { type: "integer" }, origin };

it("judges by a schema and by those that it refers to", () => {
  const judgeOf = judgeValues({ schemas: new Map([[id.id, id]]) });
  const judge = judgeOf({
    schema: { type: "object", required: ["id"], properties: { id: { $ref: id.id } } },
  });
  expect(judge({ id: 1 })).toEqual([]);
  expect(judge({ id: "1" })).toEqual([{ pointer: "/id", problem: "must be integer" }]);
  expect(judge({})).toEqual([{ pointer: "", problem: 'must have the property "id"' }]);
});
