import { describe, expect, it } from "vitest";
import { createTestHub, errorFrame, signIn } from "../fakes.test.helper.ts";

const watchlistEvents = (...events: [name: string, ...userIds: string[]][]) => ({
  event: "pusher_internal:watchlist_events",
  data: JSON.stringify({
    events: events.map(([name, ...user_ids]) => ({ name, user_ids })),
  }),
});

describe("a watchlist", () => {
  it("is answered with who is there and who is not, after the sign-in", () => {
    const { join } = createTestHub();
    signIn(join(), { id: "bo" });
    expect(signIn(join(), { id: "ada", watchlist: ["bo", "cy"] })).toMatchObject([
      { event: "pusher:signin_success" },
      watchlistEvents(["online", "bo"], ["offline", "cy"]),
    ]);
  });

  it("tells of a user's first connection and of the last", () => {
    const { hub, join } = createTestHub();
    const [ada, bo, boAgain] = [join(), join(), join()];
    signIn(ada, { id: "ada", watchlist: ["bo"] });
    signIn(bo, { id: "bo" });
    signIn(boAgain, { id: "bo" });
    expect(ada.connection.take()).toEqual([watchlistEvents(["online", "bo"])]);
    hub.disconnect(bo.session);
    expect(ada.connection.take()).toEqual([]);
    hub.disconnect(boAgain.session);
    expect(ada.connection.take()).toEqual([watchlistEvents(["offline", "bo"])]);
  });

  it("is replaced by that of a later sign-in", () => {
    const { join } = createTestHub();
    const [ada, bo] = [join(), join()];
    signIn(ada, { id: "ada", watchlist: ["bo"] });
    signIn(ada, { id: "ada" });
    signIn(bo, { id: "bo" });
    expect(ada.connection.take()).toEqual([]);
  });

  it("of more than 100 users is refused with 4302, and the sign-in stands", () => {
    const { hub, join } = createTestHub();
    const watchlist = Array.from({ length: 101 }, (_, index) => `user-${index}`);
    expect(signIn(join(), { id: "ada", watchlist })).toMatchObject([
      { event: "pusher:signin_success" },
      errorFrame("Watchlist limit exceeded: it takes 100 users", 4302),
    ]);
    expect(hub.state.users.has("ada")).toBe(true);
  });

  it("that is no list of ids is refused with the sign-in", () => {
    const { hub, join } = createTestHub();
    expect(signIn(join(), { id: "ada", watchlist: [7] })).toEqual([
      errorFrame("Invalid user_data: watchlist must be an array of user ids"),
    ]);
    expect(hub.state.users.size).toBe(0);
  });
});
