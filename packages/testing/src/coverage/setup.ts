// Set-up of every test file: tells the reporter which events its tests published and handled.
import { type Observation, observe } from "@lockstep/runtime";
import { afterAll } from "vitest";
import { type EventKey, keyOf, metaKey, type ObservedEvents } from "./observed-events.ts";
import { isCoveragePaused } from "./pause-coverage.ts";

const published = new Set<EventKey>();
const handled = new Set<EventKey>();

const end = observe((observation: Observation) => {
  if (isCoveragePaused()) return;
  (observation.kind === "handled" ? handled : published).add(keyOf(observation));
});

// biome-ignore lint/correctness/noEmptyPattern: vitest wants to see which fixtures are used
afterAll(({}, file) => {
  end();
  const observed: ObservedEvents = { published: [...published], handled: [...handled] };
  Object.assign(file.meta, { [metaKey]: observed });
});
