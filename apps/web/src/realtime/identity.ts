// On whose behalf a connection is held.

export interface Identity {
  /** Which of the page's sessions it is; with its end, everything that was shown on its behalf goes. */
  readonly kind: "staff" | "guest";
  readonly token: string;
}
