import { describe, expect, it } from "vitest";
import { parseClientFrame } from "./parse-client-frame.ts";

describe("parseClientFrame", () => {
  it.each([
    ['{"event":"pusher:ping","data":{}}', { type: "ping" }],
    ['{"event":"pusher:pong"}', { type: "pong" }],
    [
      '{"event":"pusher:subscribe","data":{"channel":"news","auth":null}}',
      { type: "subscribe", channel: "news", auth: undefined, channelData: undefined },
    ],
    [
      '{"event":"pusher:subscribe","data":{"channel":"presence-a","auth":"k:s","channel_data":"{}"}}',
      { type: "subscribe", channel: "presence-a", auth: "k:s", channelData: "{}" },
    ],
    [
      '{"event":"pusher:unsubscribe","data":{"channel":"news"}}',
      { type: "unsubscribe", channel: "news" },
    ],
    [
      '{"event":"pusher:signin","data":{"auth":"k:s","user_data":"{}"}}',
      { type: "signin", auth: "k:s", userData: "{}" },
    ],
    [
      '{"event":"client-typing","channel":"private-a","data":{"b":1}}',
      { type: "client-event", event: "client-typing", channel: "private-a", data: '{"b":1}' },
    ],
    [
      '{"event":"client-typing","channel":"private-a","data":"as it is"}',
      { type: "client-event", event: "client-typing", channel: "private-a", data: "as it is" },
    ],
    [
      '{"event":"client-typing","channel":"private-a"}',
      { type: "client-event", event: "client-typing", channel: "private-a", data: undefined },
    ],
  ])("reads %s", (text, frame) => {
    expect(parseClientFrame(text)).toEqual(frame);
  });

  it.each([
    ["", "Invalid message format: it is not JSON"],
    ["{", "Invalid message format: it is not JSON"],
    ["null", "Invalid message format: a message must be an object"],
    ["[]", "Invalid message format: a message must be an object"],
    ["42", "Invalid message format: a message must be an object"],
    ["{}", "Invalid message format: event must be a string"],
    ['{"event":7}', "Invalid message format: event must be a string"],
    ['{"event":"pusher:subscribe"}', "Invalid message format: data must be an object"],
    ['{"event":"pusher:subscribe","data":[]}', "Invalid message format: data must be an object"],
    ['{"event":"pusher:subscribe","data":{}}', "Invalid message format: channel is missing"],
    [
      '{"event":"pusher:subscribe","data":{"channel":7}}',
      "Invalid message format: channel must be a string",
    ],
    [
      '{"event":"pusher:subscribe","data":{"channel":"a","auth":{}}}',
      "Invalid message format: auth must be a string",
    ],
    [
      '{"event":"pusher:subscribe","data":{"__proto__":{"channel":"a"}}}',
      "Invalid message format: channel is missing",
    ],
    ['{"event":"pusher:unsubscribe"}', "Invalid message format: data must be an object"],
    ['{"event":"pusher:signin","data":"x"}', "Invalid message format: data must be an object"],
    ['{"event":"client-a"}', "Invalid message format: channel is missing"],
    [
      '{"event":"pusher:subscibe","data":{}}',
      "Unsupported event received on socket: pusher:subscibe (did you mean pusher:subscribe?)",
    ],
    [
      '{"event":"message-created"}',
      "Unsupported event received on socket: message-created (client events begin with client-)",
    ],
  ])("refuses %s", (text, message) => {
    expect(() => parseClientFrame(text)).toThrow(
      expect.objectContaining({ name: "ProtocolError", message, pusherCode: null }),
    );
  });

  it("refuses data that is nested too deeply to be sent on", () => {
    const deep = "[".repeat(60_000) + "]".repeat(60_000);
    expect(() =>
      parseClientFrame(`{"event":"client-a","channel":"private-a","data":${deep}}`),
    ).toThrow("Invalid message format: data is nested too deeply");
  });
});
