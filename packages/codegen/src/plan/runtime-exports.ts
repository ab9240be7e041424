// What the indexes of the generated packages take over from the runtime, and what React exports as `use…`.

/** Values that the publishers' index exports besides the builders. */
export const publisherValues: readonly string[] = ["createPublisher"];

/** Types that the publishers' index exports. */
export const publisherTypes: readonly string[] = [
  "Publisher",
  "PublisherOptions",
  "PublishOptions",
];

export const subscriberValues: readonly string[] = ["createSubscriber"];

export const subscriberTypes: readonly string[] = [
  "Handler",
  "SubscribeOptions",
  "Subscriber",
  "SubscriberOptions",
  "Subscription",
];

export const reactValues: readonly string[] = ["SubscriberProvider", "useSubscriber"];

const hooksOfReact =
  `use useActionState useCallback useContext useDebugValue useDeferredValue useEffect useEffectEvent useId
  useImperativeHandle useInsertionEffect useLayoutEffect useMemo useOptimistic useReducer useRef useState
  useSyncExternalStore useTransition`.split(/\s+/);

export const publisherExports: ReadonlySet<string> = new Set([
  ...publisherValues,
  "createChannelAuthorizer",
]);

export const subscriberExports: ReadonlySet<string> = new Set(subscriberValues);

export const reactExports: ReadonlySet<string> = new Set([...reactValues, ...hooksOfReact]);
