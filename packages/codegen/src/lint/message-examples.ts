// The examples of a message satisfy its payload's schema.

import type { Diagnostic } from "../diagnostic.ts";
import { createJudges } from "../json-schema/create-judge.ts";
import { describeErrors } from "../json-schema/describe-errors.ts";
import type { MessageModel } from "../model/contract-model.ts";
import { diagnose, type Rule } from "./rule.ts";

/** @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#messageExampleObject */
export const messageExamples: Rule = (model) => {
  const messages = new Map<string, MessageModel>();
  for (const message of model.channels.flatMap((channel) => channel.messages)) {
    if (message.examples.length > 0) messages.set(message.id, message);
  }
  if (messages.size === 0) return [];
  const judgeOf = createJudges(model.schemas);
  return [...messages.values()].flatMap((message): Diagnostic[] => {
    const judge = judgeOf(message.payload.schema);
    return message.examples.flatMap(({ payload, origin }) =>
      describeErrors(judge(payload)).map(({ pointer, problem }) => {
        const subject = pointer === "" ? "an example" : `"${pointer}" of an example`;
        const text = `message "${message.key}": ${subject} ${problem}; correct the example or the schema`;
        return diagnose(model.locate(origin, pointer), { code: "example-invalid", message: text });
      }),
    );
  });
};
