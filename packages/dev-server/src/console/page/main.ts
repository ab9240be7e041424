// The console's page: listens to the server, and draws what it is told.

import { drawDeprecated } from "./deprecated-view.ts";
import { find } from "./dom.ts";
import { createEventView } from "./event-view.ts";
import { startKeyboard } from "./keyboard.ts";
import { drawPublish } from "./publish-view.ts";
import { drawSettings } from "./settings-view.ts";
import { drawState } from "./state-views.ts";
import { startTabs } from "./tabs.ts";
import type { ConsoleContract, ConsoleMessage } from "./wire.ts";

const view = createEventView();
startTabs();
startKeyboard(view);

// it comes back by itself, and is then told everything anew
const stream = new EventSource("/console/stream");
stream.addEventListener("message", ({ data }) => take(JSON.parse(data)));
stream.addEventListener("open", () => tell("live"));
stream.addEventListener("error", () => tell("server is away"));

function take(message: ConsoleMessage): void {
  if (message.state) {
    drawState(message.state);
    drawDeprecated(message.state.deprecated);
  }
  if (message.type === "news") {
    view.add(message.records);
    return;
  }
  view.reset(message.records);
  drawPublish(message.contract);
  drawSettings(message.settings);
  find("contract").textContent = describe(message.contract);
  find("docs").hidden = !message.contract?.hasDocs;
}

function describe(contract: ConsoleContract | null): string {
  return contract
    ? `${contract.title} ${contract.version}`
    : "no contract: nothing is judged by name";
}

function tell(state: string): void {
  find("live").textContent = state;
  document.body.classList.toggle("away", state !== "live");
}
