import { fileURLToPath } from "node:url";
import { loadContract } from "@lockstep/codegen";
import type { Contract } from "@lockstep/dev-server";
import { beforeAll, expect, test } from "vitest";
import { contractOfModel } from "./contract-of-model.ts";

const cwd = fileURLToPath(new URL("../../..", import.meta.url));
let contract: Contract;

beforeAll(async () => {
  const { model } = await loadContract("asyncapi/asyncapi.yaml", { cwd });
  if (!model) throw new Error("the example contract is invalid");
  contract = contractOfModel(model);
});

function channelOf(key: string): Contract["channels"][number] {
  const found = contract.channels.find((channel) => channel.key === key);
  if (!found) throw new Error(`no channel ${key}`);
  return found;
}

test("keeps names, parameters, their examples and what is deprecated", () => {
  expect([contract.title, contract.version]).toEqual(["Hotel realtime", "1.0.0"]);
  expect(channelOf("guestConversationPublic")).toMatchObject({
    address: "{hotelSlug}-conversation-{conversationId}-chat",
    deprecated: { since: "1.0.0", sunset: "2027-06-30", use: "guestConversation" },
    parameters: { conversationId: { type: "integer" } },
    parameterExamples: { hotelSlug: "killarney" },
  });
  expect(channelOf("staffChatConversation").events).toMatchObject([
    { key: "messageCreated", name: "message_created", envelope: { type: "message_created" } },
  ]);
  expect(channelOf("staffChatConversationPresence").events).toMatchObject([
    { key: "clientTyping", name: "client-typing" },
  ]);
});

test("judges the members of a presence channel", () => {
  const judge = channelOf("guestRoomPresence").judgeMember;
  expect(judge?.({ name: "Aoife Byrne", role: "staff" })).toEqual([]);
  expect(judge?.({ name: "Aoife Byrne" })).toEqual([
    { pointer: "", problem: 'must have the property "role"' },
  ]);
});

test("judges every example as valid, and names what is wrong with anything else", () => {
  for (const event of contract.channels.flatMap(({ events }) => events)) {
    expect(event.examples.map((example) => event.judge(example))).toEqual(
      event.examples.map(() => []),
    );
  }
  const deleted = channelOf("hotelOffers").events.find(({ key }) => key === "offerDeleted");
  expect(deleted?.judge({ offer_id: "7", offer_title: "Spa", action: "deleted" })).toEqual([
    { pointer: "/offer_id", problem: "must be integer" },
  ]);
});
