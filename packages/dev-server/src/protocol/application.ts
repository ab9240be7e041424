// The one application that a dev server serves.

export interface Application {
  /** Stands in the HTTP API's paths. */
  readonly appId: string;
  /** Public: every client knows it. */
  readonly key: string;
  /** Never leaves the process: not in a frame, not in an error, not in an observed event. */
  readonly secret: string;
}
