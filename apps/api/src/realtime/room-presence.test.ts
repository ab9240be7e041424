// Asking a realtime server who has a room's chat open.
import { createDevServer } from "@lockstep/dev-server";
import Pusher from "pusher";
import { expect, test } from "vitest";
import { createRoomPresence } from "./room-presence.ts";

const room = { hotelSlug: "killarney", roomNumber: 101 };

test("a room that nobody has open has no guest connected", async () => {
  const server = await createDevServer({ port: 0 });
  const { appId, key, secret, port } = server;
  const place = { host: "127.0.0.1", port: String(port), useTLS: false };
  const rooms = createRoomPresence(new Pusher({ appId, key, secret, ...place }));
  expect(await rooms.isGuestConnected(room)).toBe(false);
  await server.close();
  await expect(rooms.isGuestConnected(room)).rejects.toThrow();
});

test.each([
  { users: [{ id: "staff-1" }, { id: "guest" }], connected: true },
  { users: [{ id: "staff-1" }], connected: false },
])("among $users, connected is $connected", async ({ users, connected }) => {
  const asked: string[] = [];
  const rooms = createRoomPresence({
    async get({ path }) {
      asked.push(path);
      return { json: async () => ({ users }) };
    },
  });
  expect(await rooms.isGuestConnected(room)).toBe(connected);
  expect(asked).toEqual(["/channels/presence-killarney-room-101-chat/users"]);
});
