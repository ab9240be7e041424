// What the indexes of the generated packages take over from the runtime, and what React exports as `use…`.

/** Names that an index takes over from one module. */
export interface Reexports {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

export const publisherReexports: readonly Reexports[] = [
  {
    from: "@lockstep/runtime/auth",
    values: ["MemberInvalidError"],
    types: [
      "AuthorizationDecision",
      "AuthorizationRefusal",
      "AuthorizationRequest",
      "AuthorizerOptions",
      "ChannelAuthorizer",
      "ChannelSigner",
      "Policy",
      "PresenceIdentity",
      "PresencePolicy",
    ],
  },
  {
    from: "@lockstep/runtime/publish",
    values: [
      "ChannelParameterError",
      "createPublisher",
      "isPublishError",
      "LockstepError",
      "PayloadInvalidError",
      "PayloadTooLargeError",
      "PublishError",
    ],
    types: ["ChannelEvent", "Publisher", "PublisherOptions", "PublishOptions"],
  },
];

export const subscriberReexports: readonly Reexports[] = [
  {
    from: "@lockstep/runtime/subscribe",
    values: [
      "ChannelParameterError",
      "ClientEventError",
      "createSubscriber",
      "LockstepError",
      "MemberInvalidError",
      "PayloadInvalidError",
      "PayloadTooLargeError",
      "SubscribeError",
    ],
    types: [
      "ClientEventSubscription",
      "ErrorContext",
      "Handler",
      "OnError",
      "PresenceSubscribeOptions",
      "PresenceSubscription",
      "ReceivedEvent",
      "SubscribeOptions",
      "Subscriber",
      "SubscriberOptions",
      "SubscribeStage",
      "Subscription",
      "SubscriptionState",
    ],
  },
];

export const reactReexports: readonly Reexports[] = [
  {
    from: "@lockstep/runtime/react",
    values: ["SubscriberProvider", "useSubscriber"],
    types: ["SubscriberProviderProps"],
  },
];

const hooksOfReact =
  `use useActionState useCallback useContext useDebugValue useDeferredValue useEffect useEffectEvent useId
  useImperativeHandle useInsertionEffect useLayoutEffect useMemo useOptimistic useReducer useRef useState
  useSyncExternalStore useTransition`.split(/\s+/);

export const publisherNames: ReadonlySet<string> = new Set([
  ...namesOf(publisherReexports),
  "createChannelAuthorizer",
]);

export const subscriberNames: ReadonlySet<string> = new Set(namesOf(subscriberReexports));

export const reactNames: ReadonlySet<string> = new Set([
  ...namesOf(reactReexports),
  ...hooksOfReact,
]);

function namesOf(exports: readonly Reexports[]): readonly string[] {
  return exports.flatMap(({ values, types }) => [...values, ...types]);
}
