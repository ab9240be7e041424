import { describe, expect, it } from "vitest";
import { hotels } from "./contract.test.helper.ts";
import type { Finding } from "./finding.ts";
import { indexContract } from "./index-contract.ts";
import { judgeMessage } from "./judge-message.ts";

const index = indexContract(hotels);
const conversation = "private-hotel-paradise-conversation-45-chat";
const enveloped = {
  specversion: "1.0",
  id: "e1",
  source: "/hotels",
  type: "message_created",
  shard: 3,
  data: { message_id: 1 },
};

function judge(channel: string, event: string, data: unknown = {}): readonly Finding[] {
  return judgeMessage(index, { channel, event, data: JSON.stringify(data) });
}

function staff(data: unknown): (string | undefined)[][] {
  return judge("private-staff-1", "message_created", data).map(({ code, message }) => [
    code,
    message.split(": ").slice(1).join(": "),
  ]);
}

describe("judgeMessage", () => {
  it("finds nothing wrong with what the contract says", () => {
    expect(judge("hotel-killarney", "offer-deleted", { offer_id: 7 })).toEqual([]);
    expect(judge(conversation, "new-message", { id: 902 })).toEqual([]);
    expect(staff(enveloped)).toEqual([]);
  });

  it("names the channel that was meant", () => {
    expect(judge("hotel_killarney", "offer-deleted")).toEqual([
      {
        severity: "error",
        code: "channel-unknown",
        channel: "hotel_killarney",
        event: "offer-deleted",
        message:
          '"offer-deleted" on "hotel_killarney": the contract has no such channel; publish on "hotel-killarney", or add it to the contract',
        nearest: "hotel-killarney",
      },
    ]);
    const nearest = (name: string) => judge(name, "new-message")[0]?.nearest;
    expect(nearest("staff-1")).toBe("private-staff-1");
    expect(nearest("private-hotel-killarney")).toBe("hotel-killarney");
    expect(nearest("private-staff-one")).toBe("private-staff-{conversationId}");
    expect(nearest("weather")).toBeUndefined();
  });

  it("names the event that was meant", () => {
    expect(judge(conversation, "message-received")).toEqual([
      {
        severity: "error",
        code: "event-unknown",
        channel: conversation,
        event: "message-received",
        message: `"message-received" on "${conversation}": the contract's conversation has no such event; use "new-message"`,
        nearest: "new-message",
      },
    ]);
    const nearest = (event: string) => judge("hotel-killarney", event)[0];
    expect(nearest("offer_removed")?.nearest).toBe("offer-deleted");
    expect(nearest("offerDeletd")?.nearest).toBe("offer-deleted");
    expect(nearest("weather")?.message).toMatch(/no such event; it has "offer-deleted"$/);
  });

  it("names what is wrong in a payload", () => {
    expect(judge("hotel-killarney", "offer-deleted", { offer_id: "7" })).toEqual([
      {
        severity: "error",
        code: "payload-invalid",
        channel: "hotel-killarney",
        event: "offer-deleted",
        message: '"offer-deleted" on "hotel-killarney": payload/offer_id must be integer',
      },
    ]);
    const [raw] = judgeMessage(index, {
      channel: "hotel-killarney",
      event: "offer-deleted",
      data: "{",
    });
    expect(raw?.message).toMatch(/the data is not JSON; encode it once$/);
  });

  it("tells an envelope that is missing from one that is wrong, and from one that nobody asked for", () => {
    expect(staff({ message_id: 1 })).toEqual([
      ["envelope-missing", expect.stringContaining('put the payload under "data"')],
    ]);
    expect(staff({ ...enveloped, specversion: "0.3", id: "", shard: undefined })).toEqual([
      [
        "envelope-invalid",
        'the envelope/specversion must be "1.0", the envelope/id must be a string that is not empty, the envelope/shard must be integer',
      ],
    ]);
    expect(staff({ ...enveloped, data: undefined })).toEqual([
      ["envelope-invalid", "the envelope/data must hold the payload"],
    ]);
    expect(staff({ ...enveloped, data: {} })).toEqual([
      ["payload-invalid", "payload/message_id must be integer"],
    ]);
    const wrapped = { ...enveloped, data: { offer_id: 7 } };
    expect(judge("hotel-killarney", "offer-deleted", wrapped)[0]?.code).toBe("envelope-unexpected");
  });

  it("names the replacement of what is deprecated, also where another address overlaps it", () => {
    expect(
      judge("hotel-paradise-conversation-45-chat", "new-message", { id: 1 }).map(
        ({ severity, code, nearest }) => [severity, code, nearest],
      ),
    ).toEqual([
      ["warning", "channel-deprecated", "private-{hotelSlug}-conversation-{conversationId}-chat"],
    ]);
    expect(judge("hotel-paradise-conversation-45-chat", "offer-deleted", { offer_id: 1 })).toEqual(
      [],
    );
    expect(judge("private-staff-1", "message-created")[0]?.message).toBe(
      '"message-created" on "private-staff-1": the event is deprecated; use "message_created"',
    );
  });

  it("judges neither what is encrypted nor what is sent to a user", () => {
    expect(judge("private-encrypted-secrets", "told", { nonce: "", ciphertext: "" })).toEqual([]);
    expect(judge("private-encrypted-secrets", "tol")[0]?.code).toBe("event-unknown");
    expect(judge("#server-to-user-7", "anything")).toEqual([]);
  });

  it("says which client sent it", () => {
    const [finding] = judgeMessage(index, {
      channel: "private-staff-1",
      event: "client-typing",
      data: undefined,
      socketId: "1.2",
    });
    expect(finding).toMatchObject({ code: "payload-invalid", socketId: "1.2" });
  });
});
