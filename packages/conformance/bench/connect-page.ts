// A page's client that is subscribed to the channel whose events are measured.
import PusherJs from "pusher-js";

export const channel = "hotel-killarney";

/** Resolves when the subscription, which `subscribe` makes, is confirmed. */
export async function connectPage(
  subscribe: (client: PusherJs) => void,
  options: { readonly wsPort?: number } = {},
): Promise<PusherJs> {
  const client = new PusherJs("app-key", {
    cluster: "local",
    wsHost: "127.0.0.1",
    forceTLS: false,
    enabledTransports: ["ws"],
    enableStats: false,
    ...options,
  });
  await new Promise((resolve) => client.connection.bind("connected", resolve));
  subscribe(client);
  await new Promise((resolve) =>
    client.channel(channel).bind("pusher:subscription_succeeded", resolve),
  );
  return client;
}
