// What is wrong with an HTTP request, with its status.

/** A refusal of the HTTP API; its message is the response's body. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: 400 | 401 | 404 | 413;

  constructor(status: ApiError["status"], message: string) {
    super(message);
    this.status = status;
  }
}
