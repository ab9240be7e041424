// Two versions of one contract: each generated into a folder of its own, and loaded from there.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ContractModel, generate, loadContract, writeFiles } from "@lockstep/codegen";
import type { Channel, ChannelEvent } from "@lockstep/runtime";
import type { Publisher, PusherServer } from "@lockstep/runtime/publish";
import type { Subscriber, Subscription } from "@lockstep/runtime/subscribe";

type Json = Readonly<Record<string, unknown>>;
type Build = (payload: unknown, attributes?: Json) => ChannelEvent;
type Handlers = Readonly<Record<string, (payload: unknown) => void>>;

/** What one version of the contract gives a backend and a page. */
export interface Version {
  readonly model: ContractModel;
  /** By the channel's key; `undefined` where this version does not have it. */
  readonly builders: (channel: string) => ((parameters: Json) => Record<string, Build>) | undefined;
  readonly createPublisher: (pusher: PusherServer, options?: object) => Publisher;
  readonly subscribeTo: (
    channel: string,
  ) => ((subscriber: Subscriber, parameters: Json, handlers: Handlers) => Subscription) | undefined;
  /** Keys of the channel's events. */
  readonly eventsOf: (channel: string) => readonly string[];
}

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** Generates versions into one folder; `dispose` removes it. */
export function createVersions(): {
  readonly load: (document: object) => Promise<Version>;
  readonly dispose: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-skew-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const known = new Map<string, Promise<Version>>();
  return {
    load(document) {
      const text = JSON.stringify(document);
      const version = known.get(text) ?? make(join(folder, String(known.size)), text);
      known.set(text, version);
      return version;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function make(cwd: string, text: string): Promise<Version> {
  mkdirSync(cwd);
  writeFileSync(join(cwd, "contract.json"), text);
  const { diagnostics, ...made } = await generate({
    input: "contract.json",
    output: "out",
    cwd,
    validate: false,
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  await writeFiles({ ...made, cwd });
  const { model } = await loadContract("contract.json", { cwd, validate: false });
  if (!model) throw new Error("the contract has no model");
  const [events, publishers, subscribers] = await Promise.all(
    ["events", "publishers", "subscribers"].map(
      async (part) => (await import(/* @vite-ignore */ join(cwd, "out", part, "index.ts"))) as Json,
    ),
  );
  return {
    model,
    builders: (channel) => publishers?.[channel] as ReturnType<Version["builders"]>,
    createPublisher: publishers?.createPublisher as Version["createPublisher"],
    subscribeTo: (channel) =>
      subscribers?.[
        `subscribeTo${channel.charAt(0).toUpperCase()}${channel.slice(1)}`
      ] as ReturnType<Version["subscribeTo"]>,
    eventsOf: (channel) =>
      Object.keys((events?.[`${channel}Channel`] as Channel<Json, Json> | undefined)?.events ?? {}),
  };
}
