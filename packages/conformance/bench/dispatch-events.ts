// The typed subscriber beside `bind` of the official client that it stands on: from a frame's text to the handler.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Table } from "./table.ts";

export type Way = "channel.bind" | "subscriber" | "subscriber, no eval";

/** Events a second in one process without a network; a page under a strict content security policy has no eval. */
export function benchDispatch(): Table {
  const target = fileURLToPath(new URL("dispatch-target.ts", import.meta.url));
  const measure = (mode: "eval" | "no-eval"): Record<"bind" | "subscriber", number> =>
    JSON.parse(
      execFileSync(process.execPath, [...process.execArgv, target, mode], { encoding: "utf8" }),
    );
  const compiled = measure("eval");
  const strict = measure("no-eval");
  const row = (way: Way, figure: number, bind: number): string[] => [
    way,
    figure.toFixed(0),
    `${(figure / bind).toFixed(2)} ×`,
  ];
  return {
    title: "dispatch of an event to its handler, a second",
    columns: ["way", "median", "of channel.bind"],
    rows: [
      row("channel.bind", compiled.bind, compiled.bind),
      row("subscriber", compiled.subscriber, compiled.bind),
      row("subscriber, no eval", strict.subscriber, strict.bind),
    ],
  };
}
