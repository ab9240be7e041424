import { describe, expect, it } from "vitest";
import { head, lines, modelOf } from "../contract-text.test.helper.ts";
import { lintModel } from "./lint-model.ts";

async function lint(channels: string): Promise<string[]> {
  const model = await modelOf(`${head}channels:\n${channels}\n`);
  return lines(lintModel(model)).map((line) => line.replace("contract.yaml:", ""));
}

const sixty = "{ x-schema: { type: string, maxLength: 60 } }";

interface Case {
  readonly title: string;
  readonly given: string;
  readonly want: readonly string[];
}

const rules: Record<string, readonly Case[]> = {
  "payload-size": [
    {
      title: "refuses a payload that cannot fit",
      given:
        "  a: { address: a, messages: { m: { payload: { type: string, minLength: 10239 } } } }",
      want: [
        '4:37 error payload-size message "m": its payload has at least 10241 bytes, and Pusher takes 10240; ask for less',
      ],
    },
    {
      title: "warns of one that may not",
      given: "  a: { address: a, messages: { m: { payload: { type: string, maxLength: 2560 } } } }",
      want: [
        '4:37 warning payload-size message "m": its payload has up to 10242 bytes, and Pusher takes 10240; bound it more tightly',
      ],
    },
    {
      title: "lets run time judge what is not bounded",
      given: "  a: { address: a, messages: { m: { payload: { type: string } } } }",
      want: [],
    },
    {
      title: "knows that members have less room",
      given: "  a: { address: presence-a, x-presence-member: { type: string, minLength: 1023 } }",
      want: [
        '4:29 error presence-member-size channel "a": the user_info of a member has at least 1025 bytes, and Pusher takes 1024; ask for less',
      ],
    },
  ],
  "replacement-ambiguous": [
    {
      title: "names the channels that share what replaces an event",
      given: [
        "  a: { address: a, messages: { m: { x-deprecated: { use: n }, payload: { type: boolean } } } }",
        "  b: { address: b, messages: { n: { payload: { type: boolean } } } }",
        "  c: { address: c, messages: { n: { payload: { type: boolean } } } }",
      ].join("\n"),
      want: [
        '4:32 warning replacement-ambiguous message "m": the channels "b", "c" all have what replaces it on the channel "a", so that none of them is published to its clients too; let the "use" of that channel name one',
      ],
    },
    {
      title: "takes the one that the channel's own replacement has",
      given: [
        "  a: { address: a, x-deprecated: { use: b }, messages: { m: { x-deprecated: { use: n }, payload: { type: boolean } } } }",
        "  b: { address: b, messages: { n: { payload: { type: boolean } } } }",
        "  c: { address: c, messages: { n: { payload: { type: boolean } } } }",
      ].join("\n"),
      want: [],
    },
  ],
  "address-characters": [
    {
      title: "names the characters",
      given: "  a: { address: 'a b:{p}é', parameters: { p: {} } }",
      want: [
        '4:17 error address-characters channel "a": " ", ":", "é" cannot stand in the channel name "a b:{p}é"; use letters, digits and _ - = @ , . ;',
      ],
    },
    {
      title: "names a brace that is no parameter",
      given: "  a: { address: 'a-{p' }",
      want: [
        '4:17 error address-characters channel "a": "{" cannot stand in the channel name "a-{p"; use letters, digits and _ - = @ , . ;',
      ],
    },
    {
      title: "keeps # for Pusher",
      given: "  a: { address: '#server-to-user-1' }",
      want: [
        '4:17 error address-reserved channel "a": "#" begins the channels of Pusher\'s own; remove it from "#server-to-user-1"',
      ],
    },
    { title: "takes the rest", given: "  a: { address: 'aZ0_-=@,.;' }", want: [] },
  ],
  "address-length": [
    { title: "takes 164", given: `  a: { address: ${"a".repeat(164)} }`, want: [] },
    {
      title: "refuses 165",
      given: `  a: { address: ${"a".repeat(165)} }`,
      want: [
        '4:17 error address-length channel "a": its name has at least 165 characters, and Pusher takes 164; shorten the address or bound its parameters',
      ],
    },
    {
      title: "adds up what parameters may take",
      given: `  a: { address: 'a-{p}-{q}-{r}', parameters: { p: ${sixty}, q: ${sixty}, r: ${sixty} } }`,
      want: [
        '4:17 error address-length channel "a": its name has up to 184 characters, and Pusher takes 164; shorten the address or bound its parameters',
      ],
    },
    {
      title: "leaves unbounded parameters to the runtime",
      given: "  a: { address: 'a-{p}', parameters: { p: {} } }",
      want: [],
    },
  ],
  "address-parameters": [
    {
      title: "asks for what is not declared",
      given: "  a: { address: 'a-{hotel}' }",
      want: [
        '4:17 error parameter-undeclared channel "a": "{hotel}" is no declared parameter; declare it under "parameters"',
      ],
    },
    {
      title: "knows what was meant",
      given: "  a: { address: 'a-{hotelSlug}', parameters: { hotel_slug: {} } }",
      want: [
        '4:17 error parameter-undeclared channel "a": "{hotelSlug}" is no declared parameter; did you mean "{hotel_slug}"?',
        '4:48 error parameter-unused channel "a": the parameter "hotel_slug" has no place in "a-{hotelSlug}"; write "{hotel_slug}" there, or remove it',
      ],
    },
    {
      title: "points at the channel's own entry, not at what is shared",
      given:
        "  a: { address: a, parameters: { p: { $ref: '#/components/parameters/p' } } }\ncomponents: { parameters: { p: {} } }",
      want: [
        '4:34 error parameter-unused channel "a": the parameter "p" has no place in "a"; write "{p}" there, or remove it',
      ],
    },
    {
      title: "wants each place once",
      given: "  a: { address: 'a-{p}-{p}', parameters: { p: {} } }",
      want: [
        '4:17 error parameter-repeated channel "a": "{p}" stands twice in "a-{p}-{p}"; name each place once',
      ],
    },
  ],
  "parameter-values": [
    {
      title: "judges default, examples and enum",
      given:
        "  a: { address: 'a-{p}', parameters: { p: { default: b, enum: [a, 'c d'], examples: [a, e] } } }",
      want: [
        '4:54 error parameter-value-invalid parameter "p": "b" under "default" is no value of it; correct the value or the rules',
        '4:89 error parameter-value-invalid parameter "p": "e" under "examples" is no value of it; correct the value or the rules',
        '4:57 error parameter-value-invalid parameter "p": "c d" under "enum" is no value of it; correct the value or the rules',
      ],
    },
    {
      title: "judges an integer by its canonical text",
      given:
        "  a: { address: 'a-{p}', parameters: { p: { examples: ['45', '045'], x-schema: { type: integer } } } }",
      want: [
        '4:62 error parameter-value-invalid parameter "p": "045" under "examples" is no value of it; correct the value or the rules',
      ],
    },
  ],
  "event-names": [
    {
      title: "keeps pusher for Pusher, and wants 1 to 200 characters",
      given: `  a: { address: a, messages: { m: { name: 'pusher:x', payload: true }, n: { name: '', payload: true }, o: { name: ${"o".repeat(201)}, payload: true }, pusher-x: { payload: true } } }`,
      want: [
        '4:43 error event-name-reserved message "m": names that begin with "pusher" are Pusher\'s own; rename "pusher:x"',
        '4:83 error event-name-length message "n": its name is empty; write 1 to 200',
        '4:115 error event-name-length message "o": its name has 201 characters; write 1 to 200',
        '4:335 error event-name-reserved message "pusher-x": names that begin with "pusher" are Pusher\'s own; rename "pusher-x"',
      ],
    },
  ],
  "event-name-duplicate": [
    {
      title: "wants each wire name once in a channel",
      given:
        "  a: { address: a, messages: { m: { name: x, payload: true }, x: { payload: true } } }\n  b: { address: b, messages: { x: { payload: true } } }",
      want: [
        '4:63 error event-name-duplicate message "x": "x" is also the name of "m" on the channel "a"; rename one',
      ],
    },
  ],
  "client-events": [
    {
      title: "are for private and presence channels",
      given:
        "  a: { address: a, messages: { client-x: { payload: true } } }\n  b: { address: private-b, messages: { client-x: { payload: true } } }\n  c: { address: presence-c, messages: { client-x: { payload: true } } }",
      want: [
        '4:32 error client-event-misplaced message "client-x": "client-x" is a client event, and clients may send none on the public channel "a"; rename it, or begin the address with "private-" or "presence-"',
      ],
    },
    {
      title: "are not for encrypted channels",
      given:
        "  a: { address: private-encrypted-a, messages: { m: { name: client-x, payload: true } } }",
      want: [
        '4:61 error client-event-misplaced message "m": "client-x" is a client event, and clients may send none on the private-encrypted channel "a"; rename it, or begin the address with "private-" or "presence-"',
      ],
    },
  ],
  "address-duplicate": [
    {
      title: "wants each address once",
      given: "  a: { address: x }\n  b: { address: x }",
      want: [
        '5:17 error address-duplicate channel "b": "x" is also the address of "a"; put the messages of both under one',
      ],
    },
  ],
  "address-overlap": [
    {
      title: "shows a name that belongs to both",
      given: "  a: { address: 'x-{p}', parameters: { p: {} } }\n  b: { address: 'x-y' }",
      want: [
        '5:17 error address-overlap channel "b": "x-y" and "x-{p}" of "a" can both be "x-y"; give one of them a beginning of its own, or tighten its parameters',
      ],
    },
    {
      title: "warns at the deprecated one of two public channels",
      given:
        "  a: { address: 'x-{p}', parameters: { p: {} }, x-deprecated: {} }\n  b: { address: 'x-y' }",
      want: [
        '4:17 warning address-overlap channel "a": "x-{p}" and "x-y" of "b" can both be "x-y"; give one of them a beginning of its own, or tighten its parameters',
      ],
    },
    {
      title: "forgives private channels nothing",
      given:
        "  a: { address: 'private-{p}', parameters: { p: {} }, x-deprecated: {} }\n  b: { address: 'private-y' }",
      want: [
        '4:17 error address-overlap channel "a": "private-{p}" and "private-y" of "b" can both be "private-y"; give one of them a beginning of its own, or tighten its parameters',
      ],
    },
    {
      title: "knows that no value changes a channel's kind",
      given:
        "  a: { address: '{p}', parameters: { p: {} } }\n  b: { address: 'private-{p}', parameters: { p: {} } }\n  c: { address: 'private-encrypted-{p}', parameters: { p: {} } }",
      want: [],
    },
  ],
  "parameter-rules": [
    {
      title: "leave a value",
      given:
        "  a: { address: 'a-{p}-{q}-{r}', parameters: { p: { x-schema: { type: string, pattern: ':' } }, q: { x-schema: { type: string, maxLength: 0 } }, r: { x-schema: { type: integer, minimum: 2, maximum: 1 } } } }",
      want: ["p", "q", "r"].map(
        (name, index) =>
          `4:${[48, 97, 146][index]} error parameter-impossible parameter "${name}": no legal value follows its rules; loosen them`,
      ),
    },
    {
      title: "are judged in bounded time",
      given:
        "  a: { address: 'a-{p}', parameters: { p: { x-schema: { type: string, pattern: '^(?:[a-z0-9]+-?)+$' } } } }",
      want: [
        '4:40 error pattern-runs-away parameter "p": "pattern" "^(?:[a-z0-9]+-?)+$" reads "a", repeated, in more and more ways, so a text that fails takes exponential time; let each piece be read in one way, as in "^[a-z]+(?:-[a-z]+)*$"',
      ],
    },
    {
      title: "do not unfold to millions of states",
      given:
        "  a: { address: 'a-{p}', parameters: { p: { x-schema: { type: string, pattern: '^(?:a{1,500}){1,500}b$' } } } }",
      want: [
        '4:40 error parameter-pattern-too-large parameter "p": its pattern is too large to compare; shorten it or its repetitions',
      ],
    },
  ],
  "message-examples": [
    {
      title: "judges each example, once for all channels that share the message",
      given: `  a:
    address: a
    messages:
      m:
        payload: { type: object, required: [id], properties: { id: { type: integer } } }
        examples: [{ payload: { id: 1 } }, { payload: { id: x } }, { payload: {} }, { payload: 5 }]
  b: { address: b, messages: { m: { $ref: '#/channels/a/messages/m' } } }`,
      want: [
        '9:61 error example-invalid message "m": "/id" of an example must be integer; correct the example or the schema',
        '9:70 error example-invalid message "m": an example must have the property "id"; correct the example or the schema',
        '9:96 error example-invalid message "m": an example must be object; correct the example or the schema',
      ],
    },
  ],
};

for (const [rule, cases] of Object.entries(rules)) {
  describe(rule, () => {
    it.each(cases)("$title", async ({ given, want }) => {
      expect(await lint(given)).toEqual(want);
    });
  });
}
