// `lockstep dev`: a Pusher Channels server for this machine, until it is stopped.
import { once } from "node:events";
import { createDevServer, type DevServer, DevServerError } from "@lockstep/dev-server";
import { type Command, InvalidArgumentError } from "commander";
import { describeServerEvent } from "../describe-server-event.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Finish } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface DevOptions {
  readonly host: string;
  readonly port: number;
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
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
    .action((options: DevOptions) => finish(() => runDev(options, terminal)));
}

async function runDev(options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  let server: DevServer;
  try {
    server = await createDevServer({
      ...options,
      onEvent: (event) => {
        const line = describeServerEvent(event);
        if (line) terminal.out(`${new Date().toISOString().slice(11, 23)} ${line}\n`);
      },
    });
  } catch (error) {
    if (!(error instanceof DevServerError)) throw error;
    terminal.err(`${error.message}\n`);
    return exitCode.failure;
  }
  terminal.out(describeSettings(server));
  if (!terminal.stop.aborted) await once(terminal.stop, "abort");
  await server.close();
  return exitCode.ok;
}

// the secret stays with whoever chose it: the default is no secret, and another one is not ours to print
function describeSettings({ url, host, port, appId, key }: DevServer): string {
  return `Pusher Channels for this machine: ${url}

  backend    new Pusher({ appId: "${appId}", key: "${key}", secret: "…", host: "${host}", port: "${port}", useTLS: false })
  frontend   new Pusher("${key}", { cluster: "local", wsHost: "${host}", wsPort: ${port}, forceTLS: false, enabledTransports: ["ws"] })

`;
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
