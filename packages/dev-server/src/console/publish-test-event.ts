// Publishing what the console's form asks for, exactly by the contract.
import { randomUUID } from "node:crypto";
import { ChannelParameterError, formatChannelName, type Parameter } from "@lockstep/runtime";
import type { Contract, ContractChannel, ContractEvent } from "../contract/contract.ts";
import type { Hub } from "../protocol/hub.ts";
import type { PublishAnswer } from "./page/wire.ts";

/** Publishes a test event, or answers all that is wrong with it. */
export function publishTestEvent(
  hub: Hub,
  { contract, body }: { contract: Contract | undefined; body: Uint8Array },
): PublishAnswer {
  const request = parse(Buffer.from(body).toString()) as Fields | undefined;
  const channel = contract?.channels.find(({ key }) => key === request?.channel);
  const event = channel?.events.find(({ key }) => key === request?.event);
  if (!request || !channel || !event) return { problems: ["the contract has no such event"] };
  const payload = parse(String(request.payload));
  if (payload === undefined) return { problems: ["payload is not JSON"] };
  const name = nameOf(channel, request.parameters);
  const issues = event.judge(payload).map(({ pointer, problem }) => `payload${pointer} ${problem}`);
  const data = JSON.stringify(wrap(hub, event, payload));
  const { payloadBytes } = hub.state.limits;
  if (Buffer.byteLength(data) > payloadBytes) {
    issues.push(`payload is too large: at most ${payloadBytes} bytes may be sent`);
  }
  const problems = [...name.problems, ...issues];
  if (name.text === undefined || problems.length > 0) return { problems };
  const subscribers = hub.publish({ channel: name.text, event: event.name, data });
  return { channel: name.text, event: event.name, subscribers };
}

type Fields = Readonly<Partial<Record<string, unknown>>>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(
  channel: ContractChannel,
  given: unknown,
): { readonly text?: string; readonly problems: readonly string[] } {
  const texts = (typeof given === "object" && given !== null ? given : {}) as Fields;
  const values = Object.entries(channel.parameters).map(([name, parameter]) => [
    name,
    parameterValue(parameter, String(texts[name] ?? "")),
  ]);
  try {
    return { text: formatChannelName(channel, Object.fromEntries(values)), problems: [] };
  } catch (error) {
    if (!(error instanceof ChannelParameterError)) throw error;
    return { problems: [error.message] };
  }
}

function parameterValue({ type }: Parameter, text: string): string | number {
  return type === "integer" && text.trim() !== "" ? Number(text) : text;
}

function wrap(hub: Hub, { envelope }: ContractEvent, payload: unknown): unknown {
  if (!envelope) return payload;
  return {
    specversion: "1.0",
    id: randomUUID(),
    source: "/lockstep/console",
    type: envelope.type,
    time: new Date(hub.state.clock.now()).toISOString(),
    data: payload,
  };
}
