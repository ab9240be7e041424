// What the indexes of the generated packages take over from the runtime, and what React exports as `use…`.

/** Names that an index takes over from one module. */
export interface Reexports {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const authorizerReexports: readonly Reexports[] = [
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
];

const publishing: Reexports = {
  from: "@lockstep/runtime/publish",
  values: [
    "ChannelParameterError",
    "isPublishError",
    "LockstepError",
    "PayloadInvalidError",
    "PayloadTooLargeError",
    "PublishError",
  ],
  types: ["ChannelEvent", "Publisher", "PublishOptions"],
};

export const publisherReexports: readonly Reexports[] = [
  ...authorizerReexports,
  {
    ...publishing,
    values: [...publishing.values, "createPublisher"],
    types: [...publishing.types, "PublisherOptions"],
  },
];

/** Where deprecated events may be published too, the publisher is one of our own. */
export const dualPublisherReexports: readonly Reexports[] = [
  ...authorizerReexports,
  {
    ...publishing,
    values: [...publishing.values, "DeprecatedTwinError"],
    types: [
      ...publishing.types,
      ...["DeprecationNotice", "OnDeprecated", "WithDeprecated", "WithDeprecatedOptions"],
    ],
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
      "Trigger",
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
  ...namesOf([...publisherReexports, ...dualPublisherReexports]),
  "createChannelAuthorizer",
  "createWithDeprecated",
]);

export const subscriberNames: ReadonlySet<string> = new Set(namesOf(subscriberReexports));

export const reactNames: ReadonlySet<string> = new Set([
  ...namesOf(reactReexports),
  ...hooksOfReact,
]);

function namesOf(exports: readonly Reexports[]): readonly string[] {
  return exports.flatMap(({ values, types }) => [...values, ...types]);
}
