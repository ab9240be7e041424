// One record, with everything that is known of it.
import { copyOnClick } from "./copy.ts";
import { find, make, makeButton } from "./dom.ts";
import { formatJson, formatTime, plural, withoutSubject } from "./format.ts";
import { titleOf, verdictBadge, verdictLabel } from "./record-row.ts";
import type { ConsoleFinding, ConsoleRecord } from "./wire.ts";

/** Shows a record beside the list; `close` is called when it is to go. */
export function inspect(record: ConsoleRecord, close: () => void): void {
  const panel = find("inspector");
  const closing = makeButton("Close", close, "quiet");
  panel.replaceChildren(
    make("header", {}, make("h2", { class: "name" }, titleOf(record)), closing),
    make(
      "p",
      { class: `verdict ${record.verdict}` },
      verdictBadge(record.verdict),
      ` ${verdictLabel(record.verdict)}`,
    ),
    ...record.findings.map(findingCard),
    factsOf(record),
    ...payloadOf(record),
  );
  panel.hidden = false;
}

function findingCard(finding: ConsoleFinding): HTMLElement {
  const { severity, code, nearest } = finding;
  return make(
    "div",
    { class: `finding ${severity}` },
    make("p", { class: "code name" }, code),
    make("p", {}, withoutSubject(finding)),
    nearest === undefined
      ? undefined
      : make("p", { class: "nearest" }, "meant: ", make("code", {}, nearest)),
  );
}

function factsOf(record: ConsoleRecord): HTMLElement {
  const { kind, channel, event, socketId, userId, subscribers, detail, dataBytes } = record;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Time", formatTime(record.at)],
    ["Kind", kind],
    ["Channel", channel],
    ["Event", event],
    ["Socket", socketId],
    ["User", userId],
    [
      event === undefined ? "Subscribed" : "Reached",
      subscribers === undefined ? undefined : plural(subscribers, "subscriber"),
    ],
    ["Detail", detail],
    ["Size", dataBytes === undefined ? undefined : plural(dataBytes, "byte")],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return make(
    "dl",
    {},
    ...known.flatMap(([name, value]) => [
      make("dt", {}, name),
      make("dd", { class: "name" }, value),
    ]),
  );
}

function payloadOf(record: ConsoleRecord): HTMLElement[] {
  const { data } = record;
  const whole = make("button", { type: "button", class: "quiet" }, "Copy record");
  copyOnClick(whole, () => JSON.stringify(record, null, 2));
  if (data === undefined) return [make("p", { class: "actions" }, whole)];
  const button = make("button", { type: "button", class: "quiet" }, "Copy payload");
  copyOnClick(button, () => data);
  return [
    make("p", { class: "actions" }, button, whole),
    make("pre", { class: "payload", tabindex: "0", "aria-label": "Payload" }, formatJson(data)),
  ];
}
