import { describe, expect, it } from "vitest";
import { type ContractInput, contractOf } from "./contract.test.helper.ts";
import { planContract } from "./plan-contract.ts";

const object = { type: "object", properties: { a: { type: "string" } } };

function plan(input: ContractInput) {
  const result = planContract(contractOf(input));
  return {
    types: result.plan?.types.map(({ typeName, schemaName, file }) => [typeName, schemaName, file]),
    messages: result.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

describe("planContract", () => {
  it("gives one type to channels that share a message", () => {
    const shared = { id: "shared", payload: object };
    const channels = { a: { messages: { made: shared } }, b: { messages: { made: shared } } };
    expect(plan({ channels }).types).toEqual([["Made", "madeSchema", "messages/made"]]);
  });

  it("puts the channel's key in front where one key stands for two messages", () => {
    const channels = {
      a: { messages: { made: { id: "1", payload: object } } },
      b: { messages: { made: { id: "2", payload: object } } },
    };
    expect(plan({ channels }).types).toEqual([
      ["AMade", "aMadeSchema", "messages/a-made"],
      ["BMade", "bMadeSchema", "messages/b-made"],
    ]);
  });

  it("takes the key of a channel that is not deprecated", () => {
    const old = { deprecated: { use: "new" } };
    const channels = {
      aOld: { ...old, messages: { made: { id: "1", payload: object } } },
      bNew: { messages: { made: { id: "1", payload: object } } },
      c: { messages: { made: { id: "2", payload: object } } },
    };
    expect(plan({ channels }).types?.map(([name]) => name)).toEqual(["BNewMade", "CMade"]);
  });

  it("names components after their pointer, and by their file where that is not enough", () => {
    const schemas = {
      "one.yaml#/components/schemas/id": { type: "integer" },
      "two.yaml#/components/schemas/id": { type: "string" },
      "two.yaml#/components/schemas/name": { type: "string" },
      "two.yaml#/components/schemas/made": { type: "string" },
      "two.yaml#/components/schemas/unused": { type: "string" },
    };
    const used = Object.keys(schemas).filter((id) => !id.endsWith("unused"));
    const payload = { anyOf: used.map(($ref) => ({ $ref })) };
    const { types } = plan({ channels: { a: { messages: { made: { payload } } } }, schemas });
    expect(types).toEqual([
      ["Made", "madeSchema", "messages/made"],
      ["Made2", "made2Schema", "schemas/made"],
      ["Name", "nameSchema", "schemas/name"],
      ["OneId", "oneIdSchema", "schemas/one-id"],
      ["TwoId", "twoIdSchema", "schemas/two-id"],
    ]);
  });

  it.each<[string, ContractInput["channels"], string]>([
    [
      "a message without a letter",
      { a: { messages: { "🎉": {} } } },
      'unusable-key: message "🎉": has no letter or digit to make a name from; choose another key',
    ],
    [
      "a message named as every object's own",
      { a: { messages: { constructor: {} } } },
      'unusable-key: message "constructor": JavaScript gives this name a meaning of its own on every object; choose another key',
    ],
    [
      "a message that would make a promise",
      { a: { messages: JSON.parse('{"then":{}}') } },
      'unusable-key: message "then": JavaScript gives this name a meaning of its own on every object; choose another key',
    ],
    [
      "two messages of one name in a channel",
      { a: { messages: { "x-y": { id: "1" }, xY: { id: "2" } } } },
      'name-clash: message "xY": would have the same name as message "x-y" of channel "a"; choose another key',
    ],
    [
      "two channels of one name",
      { "a-b": {}, aB: {} },
      'name-clash: channel "aB": would have the same names as channel "a-b"; choose another key',
    ],
    [
      "a hook of React's",
      { effect: {} },
      'name-clash: channel "effect": its name useEffect is taken by an export of Lockstep or React; choose another key',
    ],
    [
      "our own hook",
      { subscriber: {} },
      'name-clash: channel "subscriber": its name useSubscriber is taken by an export of Lockstep or React; choose another key',
    ],
    [
      "the hook that sends another channel's client events",
      { desk: { messages: { typing: { name: "client-typing" } } }, triggerDesk: {} },
      'name-clash: channel "triggerDesk": its name useTriggerDesk is taken by channel "desk"; choose another key',
    ],
    [
      "our own function",
      { createPublisher: {} },
      'name-clash: channel "createPublisher": its name createPublisher is taken by an export of Lockstep or React; choose another key',
    ],
    [
      "a message named as a channel's type",
      { a: { messages: { aEvents: {} } } },
      'name-clash: channel "a": its name AEvents is taken by message "aEvents"; choose another key',
    ],
  ])("refuses %s", (_, channels = {}, message) => {
    expect(plan({ channels }).messages).toContain(message);
  });
});
