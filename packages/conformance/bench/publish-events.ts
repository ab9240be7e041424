// The typed publisher beside `trigger` of the official client that it stands on, on loopback.
import { type Kind, startTarget } from "./dev-server-processes.ts";
import type { PublishRounds, PublishSettings, Round } from "./publish-target.ts";
import { runBuilt } from "./run-built.ts";
import { median, type Table } from "./table.ts";

/**
 * Events a second, built, judged and sent one by one, beside the same events given to the same client as they are.
 *
 * Both use the same client, in its default set-up, which opens a connection for each request; and, as the hardest case
 * for a publisher, over connections that stay open. Of what is published at once the publisher makes batches; one at a
 * time shows what building and judging an event adds to a request. The bare server does as little as one can; the dev
 * server is what an application has on loopback.
 */
export async function benchPublish(): Promise<Table> {
  const rows = [
    ...(await compare("bare", { atOnce: 8, keepAlive: false })),
    ...(await compare("bare", { atOnce: 1, keepAlive: false })),
    ...(await compare("bare", { atOnce: 8, keepAlive: true })),
    ...(await compare("dev", { atOnce: 8, keepAlive: false })),
  ];
  return {
    title: "publishing an event on loopback, a second",
    columns: ["to", "pusher.trigger", "publisher.publish", "of it", "added µs of processor"],
    rows,
  };
}

async function compare(
  kind: Kind,
  settings: Omit<PublishSettings, "port">,
): Promise<readonly (readonly string[])[]> {
  const target = await startTarget(kind);
  try {
    const { port } = target;
    const given = JSON.stringify({ port, ...settings } satisfies PublishSettings);
    const { trigger, publish } = await runBuilt<PublishRounds>("publish-target.ts", [given]);
    const perSecond = (rounds: readonly Round[]) => median(rounds.map((round) => round.perSecond));
    const cpu = (rounds: readonly Round[]) => median(rounds.map((round) => round.cpuMicroseconds));
    return [
      [
        `${kind} server, ${settings.atOnce} at once${settings.keepAlive ? ", kept alive" : ""}`,
        perSecond(trigger).toFixed(0),
        perSecond(publish).toFixed(0),
        `${(perSecond(publish) / perSecond(trigger)).toFixed(2)} ×`,
        `${(cpu(publish) - cpu(trigger)).toFixed(1)} of ${cpu(trigger).toFixed(0)}`,
      ],
    ];
  } finally {
    target.stop();
  }
}
