// A client that connects and never subscribes hears nothing, and nobody tells it.
import type { DevServerEvent } from "../protocol/observed.ts";
import type { CreateInspectorOptions } from "./create-inspector.ts";

export interface Newcomers {
  take(event: DevServerEvent): void;
  close(): void;
}

/** Reports connections that have neither subscribed, been refused a subscription, nor signed in within their time. */
export function watchNewcomers({
  clock,
  subscribeWithinSeconds,
  report,
}: Pick<CreateInspectorOptions, "clock" | "subscribeWithinSeconds" | "report">): Newcomers {
  const waits = new Map<string, () => void>();
  const forget = (socketId: string | undefined) => {
    if (socketId === undefined) return;
    waits.get(socketId)?.();
    waits.delete(socketId);
  };
  return {
    take(event) {
      if (event.type === "connected") {
        const { socketId, client } = event;
        const cancel = clock.after(subscribeWithinSeconds * 1000, () => {
          waits.delete(socketId);
          report({
            severity: "warning",
            code: "never-subscribed",
            socketId,
            message: `connection ${socketId}${client ? ` (${client})` : ""}: it has subscribed to nothing for ${subscribeWithinSeconds} s; call subscribe() with a channel of the contract`,
          });
        });
        waits.set(socketId, cancel);
      } else if (isUse(event)) {
        forget(event.socketId);
      }
    },
    close() {
      for (const cancel of waits.values()) cancel();
      waits.clear();
    },
  };
}

type Use = Extract<
  DevServerEvent,
  { type: "subscribed" | "signed-in" | "disconnected" | "refused" }
>;

// a refused subscription is a finding of its own
function isUse(event: DevServerEvent): event is Use {
  switch (event.type) {
    case "subscribed":
    case "signed-in":
    case "disconnected":
      return true;
    case "refused":
      return event.action === "subscribe";
    default:
      return false;
  }
}
