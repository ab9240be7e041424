// Many subscribers in a process of their own: say how many there are, and when each has had an event named `last`.
import { WebSocket } from "ws";

const [port, wanted, mode] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
// more at once than the server's backlog takes would wait for a second
const atOnce = 100;
let lasts = 0;

for (let opened = 0; opened < wanted; opened += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted - opened) }, open));
}
process.send?.("ready");

function open(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/app/app-key?protocol=7`, {
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => {
      if (mode === "idle") resolve();
      else socket.send('{"event":"pusher:subscribe","data":{"channel":"c"}}');
    });
    socket.on("message", (data) => {
      const text = data.toString();
      if (text.includes("subscription_succeeded")) resolve();
      else if (text.includes('"event":"last"') && ++lasts % wanted === 0) process.send?.("heard");
    });
  });
}
