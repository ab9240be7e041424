// React hooks over a subscriber.

export {
  SubscriberProvider,
  type SubscriberProviderProps,
  useSubscriber,
} from "./subscriber-context.ts";

// for generated code
export { usePresence } from "./use-presence.ts";
export { useSubscription } from "./use-subscription.ts";
export { useTrigger } from "./use-trigger.ts";
