// The subscriber of a React tree.
import {
  createContext,
  createElement,
  type FunctionComponentElement,
  type ProviderProps,
  type ReactNode,
  useContext,
} from "react";
import type { Subscriber } from "../subscribe/create-subscriber.ts";

const SubscriberContext = /*#__PURE__*/ createContext<Subscriber | null>(null);

export interface SubscriberProviderProps {
  /** Made once, outside of rendering; `null` while there is none, and then no hook subscribes. */
  readonly subscriber: Subscriber | null;
  readonly children?: ReactNode;
}

/** Gives the subscriber to the hooks below it. */
export function SubscriberProvider({
  subscriber,
  children,
}: SubscriberProviderProps): FunctionComponentElement<ProviderProps<Subscriber | null>> {
  return createElement(SubscriberContext.Provider, { value: subscriber }, children);
}

/** Answers the nearest provider's subscriber, `null` where there is none. */
export function useSubscriber(): Subscriber | null {
  return useContext(SubscriberContext);
}
