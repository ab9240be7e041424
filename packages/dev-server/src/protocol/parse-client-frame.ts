// Untrusted text from a socket → one of the messages that a client may send, or a refusal.
import { isClientEventName, nearestName } from "@lockstep/runtime";
import { messages } from "./refusals.ts";

export type ClientFrame =
  | { readonly type: "ping" }
  | { readonly type: "pong" }
  | {
      readonly type: "subscribe";
      readonly channel: string;
      readonly auth: string | undefined;
      readonly channelData: string | undefined;
    }
  | { readonly type: "unsubscribe"; readonly channel: string }
  | {
      readonly type: "signin";
      readonly auth: string | undefined;
      readonly userData: string | undefined;
    }
  | {
      readonly type: "client-event";
      readonly event: string;
      readonly channel: string;
      /** The text that its receivers get: a string as it is, anything else as JSON. */
      readonly data: string | undefined;
    };

const knownEvents = [
  "pusher:ping",
  "pusher:pong",
  "pusher:subscribe",
  "pusher:unsubscribe",
  "pusher:signin",
];

/**
 * Reads one message.
 *
 * @throws {ProtocolError} when it is not a JSON object with the fields and types that its event asks for
 * @see Pusher Channels protocol 7, *Events*
 */
export function parseClientFrame(text: string): ClientFrame {
  const message = asObject(parseJson(text), "a message");
  const { event } = message;
  if (typeof event !== "string") throw messages.malformed("event must be a string");
  switch (event) {
    case "pusher:ping":
      return { type: "ping" };
    case "pusher:pong":
      return { type: "pong" };
    case "pusher:subscribe": {
      const data = asObject(message.data, "data");
      return {
        type: "subscribe",
        channel: requiredString(data, "channel"),
        auth: optionalString(data, "auth"),
        channelData: optionalString(data, "channel_data"),
      };
    }
    case "pusher:unsubscribe":
      return {
        type: "unsubscribe",
        channel: requiredString(asObject(message.data, "data"), "channel"),
      };
    case "pusher:signin": {
      const data = asObject(message.data, "data");
      return {
        type: "signin",
        auth: optionalString(data, "auth"),
        userData: optionalString(data, "user_data"),
      };
    }
    default:
      if (!isClientEventName(event)) {
        throw messages.unsupportedEvent(event, nearestEvent(event));
      }
      return {
        type: "client-event",
        event,
        channel: requiredString(message, "channel"),
        data: asText(message.data),
      };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw messages.malformed("it is not JSON");
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function asObject(value: unknown, subject: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw messages.malformed(`${subject} must be an object`);
  }
  return value as JsonObject;
}

function requiredString(object: JsonObject, field: string): string {
  const value = optionalString(object, field);
  if (value === undefined) throw messages.malformed(`${field} is missing`);
  return value;
}

// pusher-js sends null or leaves the field out where there is nothing to say
function optionalString(object: JsonObject, field: string): string | undefined {
  const value = Object.hasOwn(object, field) ? object[field] : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw messages.malformed(`${field} must be a string`);
  return value;
}

function asText(data: unknown): string | undefined {
  if (data === undefined || typeof data === "string") return data;
  try {
    return JSON.stringify(data);
  } catch {
    // JSON.parse takes any depth, JSON.stringify runs out of stack
    throw messages.malformed("data is nested too deeply");
  }
}

// an edit distance of a long text costs its length, and nobody means a long one
function nearestEvent(event: string): string | undefined {
  return event.length <= 40 ? nearestName(event, knownEvents) : undefined;
}
