// Watches what happens in a server, and says what is wrong with it.
import type { Clock } from "../protocol/clock.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import type { Contract } from "./contract.ts";
import { type Departures, rememberDepartures } from "./departures.ts";
import type { Finding } from "./finding.ts";
import { indexContract } from "./index-contract.ts";
import { judgeMember } from "./judge-member.ts";
import { judgeMessage } from "./judge-message.ts";
import { judgeRefusal } from "./judge-refusal.ts";
import { judgeSubscription } from "./judge-subscription.ts";
import { watchNewcomers } from "./watch-newcomers.ts";
import { aboutMessage, subjectOf, type WireMessage } from "./wire-message.ts";

export interface CreateInspectorOptions {
  /** Without it, only what is wrong under any contract is found. */
  readonly contract: Contract | undefined;
  readonly clock: Clock;
  /** How long a connection may go without a subscription. */
  readonly subscribeWithinSeconds: number;
  /** Receives what time alone brings to light. */
  readonly report: (finding: Finding) => void;
}

export interface Inspector {
  /** Takes what happened, in order; answers what is wrong with it. */
  take(event: DevServerEvent): readonly Finding[];
  /** Judges by another contract from now on. */
  useContract(contract: Contract): void;
  /** Ends every wait. */
  close(): void;
}

/** Creates an inspector; what it remembers is bounded by the connections that are open, and by a thousand channels. */
export function createInspector(options: CreateInspectorOptions): Inspector {
  let index = options.contract && indexContract(options.contract);
  const departures = rememberDepartures(options.clock);
  const newcomers = watchNewcomers(options);
  const judge = (event: DevServerEvent): readonly Finding[] => {
    switch (event.type) {
      case "published":
      case "client-event": {
        const findings = index ? judgeMessage(index, event) : [];
        return event.type === "client-event" || event.subscribers > 0
          ? findings
          : [...findings, unheard(event, departures)];
      }
      case "subscribed":
        return index ? judgeSubscription(index, event) : [];
      case "member-added":
        return index ? judgeMember(index, event) : [];
      case "refused":
        return judgeRefusal(index, event);
      default:
        return [];
    }
  };
  return {
    take(event) {
      newcomers.take(event);
      const findings = judge(event);
      departures.take(event);
      return findings;
    },
    useContract(contract) {
      index = indexContract(contract);
    },
    close: newcomers.close,
  };
}

function unheard(message: WireMessage, departures: Departures): Finding {
  const { channel } = message;
  const subject = subjectOf(message);
  const last = departures.lastOf(channel);
  if (last) {
    return {
      severity: "warning",
      code: last.code,
      ...aboutMessage(message),
      socketId: last.socketId,
      message: `${subject}: nobody is subscribed; ${last.message}`,
    };
  }
  const others = departures.subscribedBeside(channel);
  return {
    severity: "warning",
    code: "nobody-subscribed",
    ...aboutMessage(message),
    message: `${subject}: nobody is subscribed; ${others === "" ? "subscribe before it is published" : `clients are subscribed to ${others}`}`,
  };
}
