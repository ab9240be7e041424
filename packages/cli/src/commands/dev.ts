// `lockstep dev`: a Pusher Channels server for this machine, until it is stopped.
import { once } from "node:events";
import type { DevServer, Finding } from "@lockstep/dev-server";
import { type Command, InvalidArgumentError } from "commander";
import { createOnceFilter } from "../create-once-filter.ts";
import { describeServerEvent } from "../describe-server-event.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { DevContract } from "../load-dev-contract.ts";
import { plural } from "../plural.ts";
import type { Finish } from "../run.ts";
import { type Terminal, withoutControls } from "../terminal.ts";

interface DevOptions {
  readonly host: string;
  readonly port: number;
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly webhook: readonly string[];
  readonly input?: string;
  readonly strict?: true;
}

export function addDevCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("dev")
    .description("run a Pusher Channels server for this machine; Ctrl-C stops it")
    .option(
      "--host <address>",
      "address to listen on; others on the network reach any but a loopback one",
      "127.0.0.1",
    )
    .option("--port <number>", "port for WebSocket and HTTP; 0 takes a free one", parsePort, 6001)
    .option("--app-id <digits>", "id of the application", parseAppId, "1")
    .option("--key <key>", "key of the application", "app-key")
    .option("--secret <secret>", "secret of the application", "app-secret")
    .option("--webhook <url>", "address that webhooks are sent to; may be repeated", addUrl, [])
    .option("--input <document>", "the AsyncAPI document that everything is judged by")
    .option("--strict", "end with 6 if anything off the contract crossed the wire")
    .action((options: DevOptions) => finish(() => runDev(options, terminal)));
}

async function runDev(options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  const { createDevServer, DevServerError } = await import("@lockstep/dev-server");
  const { loadDevContract } = await import("../load-dev-contract.ts");
  const loaded = await loadDevContract(options.input, terminal);
  if (loaded.state === "invalid") return exitCode.invalidDocument;
  if (loaded.state === "absent" && options.strict) {
    terminal.err(`--strict needs a contract: ${loaded.input} is not there; name one by --input\n`);
    return exitCode.usage;
  }
  const findings: Finding[] = [];
  const onceFor = createOnceFilter();
  let server: DevServer;
  try {
    server = await createDevServer({
      ...options,
      webhooks: options.webhook,
      contract: loaded.state === "loaded" ? loaded.contract : undefined,
      onEvent: (event) => log(describeServerEvent(event), terminal),
      onFinding: (finding) => {
        findings.push(finding);
        const { severity, code } = finding;
        const message = onceFor(finding);
        if (message !== undefined) log(`${severity.padEnd(14)}${message} [${code}]`, terminal);
      },
    });
  } catch (error) {
    if (!(error instanceof DevServerError)) throw error;
    terminal.err(`${error.message}\n`);
    return exitCode.failure;
  }
  terminal.out(`${describeSettings(server)}  contract   ${describeContract(loaded)}\n\n`);
  const watcher = await follow(loaded, server, { input: options.input, terminal });
  if (!terminal.stop.aborted) await once(terminal.stop, "abort");
  watcher.close();
  await server.close();
  return options.strict ? judge(findings, terminal) : exitCode.ok;
}

/** Judges by the document as it is edited, until it is closed. */
async function follow(
  loaded: DevContract,
  server: DevServer,
  { input, terminal }: { readonly input: string | undefined; readonly terminal: Terminal },
): Promise<{ close(): void }> {
  const { loadDevContract } = await import("../load-dev-contract.ts");
  const { followDevContract } = await import("../watch/follow-dev-contract.ts");
  return followDevContract(loaded, {
    load: () => loadDevContract(input, terminal),
    use: (changed) => {
      server.useContract(changed.contract);
      log(`contract      ${describeContract(changed)}`, terminal);
    },
    onError: (error) => {
      const problem = error instanceof Error ? error.message : String(error);
      log(`contract      cannot be read again: ${problem}; the last one stays`, terminal);
    },
  });
}

function log(line: string | undefined, terminal: Terminal): void {
  if (line === undefined) return;
  // names are what clients make of them
  const plain = withoutControls(line);
  terminal.out(`${new Date().toISOString().slice(11, 23)} ${plain}\n`);
}

function judge(findings: readonly Finding[], terminal: Terminal): ExitCode {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors === 0) return exitCode.ok;
  terminal.err(`off the contract: ${plural(errors, "time")}\n`);
  return exitCode.offContract;
}

// the secret stays with whoever chose it: the default is no secret, and another one is not ours to print
function describeSettings({ url, host, port, appId, key }: DevServer): string {
  return `Pusher Channels for this machine: ${url}

  console    ${url}/ shows what crosses the wire, and what is wrong with it
  backend    new Pusher({ appId: "${appId}", key: "${key}", secret: "…", host: "${host}", port: "${port}", useTLS: false })
  frontend   new Pusher("${key}", { cluster: "local", wsHost: "${host}", wsPort: ${port}, forceTLS: false, enabledTransports: ["ws"] })
`;
}

function describeContract(loaded: DevContract): string {
  if (loaded.state !== "loaded") {
    return `none: ${loaded.input} is not there, so no name and no payload is judged`;
  }
  const { title, version, channels } = loaded.contract;
  return `${loaded.input}: ${title} ${version}, ${plural(channels.length, "channel")}`;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  return port;
}

function parseAppId(text: string): string {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError(
      "It must consist of digits, because clients read it as a number.",
    );
  return text;
}

function addUrl(text: string, urls: readonly string[]): readonly string[] {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol !== "http:" && protocol !== "https:") {
    throw new InvalidArgumentError("It must be an address like http://127.0.0.1:3000/webhooks.");
  }
  return [...urls, text];
}
