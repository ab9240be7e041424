// What the server tells its console: types alone, which both sides are checked against.

export interface ConsoleFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly channel?: string;
  readonly event?: string;
  readonly socketId?: string;
  readonly message: string;
  readonly nearest?: string;
}

/** `none` where there is nothing to judge, or no contract to judge by. */
export type Verdict = "valid" | "warning" | "error" | "none";

/** Something that happened. */
export interface ConsoleRecord {
  /** Rises by one. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `published`, `subscribed` and so on; `finding` for what time alone brought to light. */
  readonly kind: string;
  readonly channel?: string;
  readonly event?: string;
  readonly socketId?: string;
  readonly userId?: string;
  /** Connections that an event reached, or that are subscribed now. */
  readonly subscribers?: number;
  /** The payload as it crossed the wire, cut where it is very long. */
  readonly data?: string;
  readonly dataBytes?: number;
  /** Anything else, in words. */
  readonly detail?: string;
  readonly verdict: Verdict;
  readonly findings: readonly ConsoleFinding[];
}

export interface ConsoleMember {
  readonly userId: string;
  readonly userInfo: unknown;
}

export interface ConsoleChannel {
  readonly name: string;
  readonly kind: string;
  readonly subscribers: number;
  readonly members: readonly ConsoleMember[];
}

export interface ConsoleConnection {
  readonly socketId: string;
  readonly client: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly userId?: string;
  readonly subscriptions: readonly string[];
}

/** Who is connected, and to what; the first of each where there are very many. */
export interface ConsoleState {
  readonly connectionCount: number;
  readonly channelCount: number;
  readonly connections: readonly ConsoleConnection[];
  readonly channels: readonly ConsoleChannel[];
  /** Everything that the contract deprecates, also where nobody uses it. */
  readonly deprecated: readonly ConsoleDeprecated[];
}

/** A deprecated channel or event, and who still uses it. */
export interface ConsoleDeprecated {
  readonly address: string;
  /** Wire event name; absent where the whole channel is deprecated. */
  readonly event?: string;
  readonly since?: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly sunset?: string;
  readonly replacement?: string;
  /** Connections subscribed to its channels now; the first of them where there are very many. */
  readonly subscribers: readonly ConsoleDeprecatedSubscriber[];
  readonly subscriberCount: number;
  /** The latest first. */
  readonly senders: readonly ConsoleDeprecatedSender[];
}

export interface ConsoleDeprecatedSubscriber {
  readonly socketId: string;
  readonly client: string;
  /** Name of the channel. */
  readonly channel: string;
}

export interface ConsoleDeprecatedSender {
  /** Absent for the backend. */
  readonly socketId?: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

/** A contract, as far as a form needs it. */
export interface ConsoleContract {
  readonly title: string;
  readonly version: string;
  readonly channels: readonly ConsoleContractChannel[];
  /** Whether `/docs` documents it. */
  readonly hasDocs: boolean;
}

export interface ConsoleContractChannel {
  readonly key: string;
  readonly address: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  readonly parameters: readonly ConsoleParameter[];
  /** Those that a backend publishes. */
  readonly events: readonly ConsoleContractEvent[];
}

export interface ConsoleParameter {
  readonly name: string;
  /** What a value must be, in words. */
  readonly hint: string;
  readonly example: string;
}

export interface ConsoleContractEvent {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  /** JSON text of a payload to begin with. */
  readonly example: string;
}

/** What a client needs to connect; never the secret. */
export interface ConsoleSettings {
  readonly appId: string;
  readonly key: string;
  readonly host: string;
  readonly port: number;
}

export type ConsoleMessage =
  /** First, and again when the contract has changed. */
  | {
      readonly type: "hello";
      readonly settings: ConsoleSettings;
      readonly contract: ConsoleContract | null;
      readonly records: readonly ConsoleRecord[];
      readonly state: ConsoleState;
    }
  | {
      readonly type: "news";
      readonly records: readonly ConsoleRecord[];
      /** Absent where it is as before. */
      readonly state?: ConsoleState;
    };

/** A test event that the form asks for. */
export interface PublishRequest {
  /** Keys of the contract. */
  readonly channel: string;
  readonly event: string;
  /** As text, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly payload: string;
}

export type PublishAnswer =
  | { readonly channel: string; readonly event: string; readonly subscribers: number }
  | { readonly problems: readonly string[] };
