// Judging values by the schemas of a contract, for tools that see what crosses the wire.
import { createJudges } from "./json-schema/create-judge.ts";
import { type DescribedError, describeErrors } from "./json-schema/describe-errors.ts";
import type { ContractModel, SchemaModel } from "./model/contract-model.ts";

/**
 * Creates a function that turns a schema of this model into a judge: it answers one error for each place where a value
 * is wrong, and none where the value is what the schema says. Each is compiled when it is first asked.
 */
export function judgeValues({
  schemas,
}: Pick<ContractModel, "schemas">): (
  schema: Pick<SchemaModel, "schema">,
) => (value: unknown) => readonly DescribedError[] {
  const judgeOf = createJudges(schemas);
  return ({ schema }) => {
    const judge = judgeOf(schema);
    return (value) => describeErrors(judge(value));
  };
}
