// Ready-made settings for both official clients.
import { copyOnClick } from "./copy.ts";
import { find, make } from "./dom.ts";
import type { ConsoleSettings } from "./wire.ts";

export function drawSettings({ appId, key, host, port }: ConsoleSettings): void {
  const backend = `new Pusher({
  appId: ${JSON.stringify(appId)},
  key: ${JSON.stringify(key)},
  secret: "…", // the one that the server was started with
  host: ${JSON.stringify(host)},
  port: "${port}",
  useTLS: false,
});`;
  const frontend = `new Pusher(${JSON.stringify(key)}, {
  cluster: "local",
  wsHost: ${JSON.stringify(host)},
  wsPort: ${port},
  forceTLS: false,
  enabledTransports: ["ws"],
});`;
  find("view-settings").replaceChildren(
    ...snippet("Backend: pusher", backend),
    ...snippet("Frontend: pusher-js", frontend),
  );
}

function snippet(title: string, code: string): HTMLElement[] {
  const button = make("button", { type: "button", class: "quiet" }, "Copy");
  copyOnClick(button, () => code);
  return [
    make("header", { class: "snippet" }, make("h2", {}, title), button),
    make("pre", { class: "payload", tabindex: "0", "aria-label": title }, code),
  ];
}
