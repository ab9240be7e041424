// Starts everything the demo needs, in one process.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { createRelay, type Relay } from "@lockstep/outbox";
import { createWithDeprecated } from "@lockstep-demo/publishers";
import { createApp } from "../app.ts";
import { createSessionsEnd } from "../auth/end-sessions.ts";
import type { Config } from "../config.ts";
import { createLogNotifier } from "../guest-chat/guest-notifier.ts";
import { tellForgottenGuests } from "../guest-chat/tell-absent-guest.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { forgetAnswers } from "../idempotency/answer-once.ts";
import type { Log } from "../log.ts";
import { createMetrics } from "../ops/metrics.ts";
import { deprecatedMappings } from "../realtime/deprecated-mappings.ts";
import { createClosers } from "./create-closers.ts";
import { createSite } from "./create-site.ts";
import { hostInUrl } from "./host-in-url.ts";
import { listen } from "./listen.ts";
import { logDelivery } from "./log-delivery.ts";
import { openData } from "./open-data.ts";
import { openRealtime } from "./open-realtime.ts";
import { StartupError } from "./startup-error.ts";

export interface RunningServer {
  /** The one address to open. */
  readonly url: string;
  readonly consoleUrl: string | undefined;
  /** Stops accepting, sends what is in the outbox as far as that goes, and closes everything. */
  stop(): Promise<void>;
}

/** How long a stop waits for the outbox; what is left is sent at the next start. */
const DRAIN_MS = 5000;

/** How long after its end by age a session may still hear, and what a dead process has left may wait. */
const TIDY_EVERY_MS = 60_000;

const now = (): Date => new Date();

/** @throws {StartupError} when something that the process needs is not to be had; nothing stays open then */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  assertBuilt(config.webDir);
  const closers = createClosers();
  try {
    const { db, images } = await openData(config, closers);
    const realtime = await openRealtime(config.realtime, config.host);
    closers.add(realtime.close);
    const metrics = createMetrics(db);
    const relay = createRelay({
      db,
      publisher: realtime.publisher,
      onDelivery: (delivery) => {
        logDelivery(log, delivery);
        metrics.countDelivery(delivery);
      },
      onError: (error) => log.error("outbox failed", { error }),
    });
    closers.add(() => stopRelay(relay));
    const { connections } = realtime;
    const sessionsEnd = createSessionsEnd({ db, log, connections, now });
    let url = config.publicUrl ?? "";
    const deps: AppDependencies = {
      db,
      images,
      log,
      notifyOutbox: relay.notify,
      withDeprecated: createWithDeprecated(config.publishDeprecated && deprecatedMappings, {
        onTwinError: (error) => log.error("old clients not told", { error }),
        onDeprecated: ({ message }) => log.warn(message),
      }),
      publicUrl: () => url,
      realtime: realtime.configFor,
      signer: realtime.signer,
      connections,
      sessionsEnd,
      metrics,
      operatorToken: config.operatorToken,
      metricsToken: config.metricsToken,
      rooms: realtime.rooms,
      notifier: createLogNotifier(log),
      now,
    };
    const timer = setInterval(() => {
      void sessionsEnd.endAll();
      void tellForgottenGuests(deps);
      forgetAnswers(db, now()).catch((error) => log.warn("old answers not forgotten", { error }));
    }, TIDY_EVERY_MS);
    closers.add(() => clearInterval(timer));
    const app = createApp(deps);
    const server = await listen(createSite({ ...deps, app, webFolder: config.webDir }), config);
    closers.add(server.close);
    url ||= urlOf(config.host, server.port);
    relay.start();
    return { url, consoleUrl: realtime.consoleUrl, stop: closers.closeAll };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

function assertBuilt(webFolder: string): void {
  if (existsSync(join(webFolder, "index.html"))) return;
  throw new StartupError(`web page: there is none in ${webFolder}; run npm run build`);
}

async function stopRelay(relay: Relay): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS);
  });
  await Promise.race([relay.drain(), enough]);
  clearTimeout(timer);
  await relay.close();
}

function urlOf(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${hostInUrl(host)}:${port}`;
}
