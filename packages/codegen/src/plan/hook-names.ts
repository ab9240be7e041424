// What the hooks of a channel are called.
import type { ChannelPlan } from "./plan.ts";

/** The hook that subscribes. */
export function hookName({ pascal }: ChannelPlan): string {
  return `use${pascal}`;
}

/** The hook that sends client events, for a channel that has some. */
export function triggerHookName({ pascal }: ChannelPlan): string {
  return `useTrigger${pascal}`;
}
