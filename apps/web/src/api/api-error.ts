// A request that failed, with the sentence that a page can show.
import type { ErrorBody } from "@lockstep-demo/api";

export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status, or 0 when there was no answer. */
  readonly status: number;

  /** @param sentence what went wrong, as a whole sentence */
  constructor(status: number, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.status = status;
  }
}

/** The refusal that an answer's body tells of; other bodies come from something between page and API. */
export function refusalOf(status: number, body: unknown): ApiError {
  const sentence = isErrorBody(body) ? withFullStop(body.error) : `The server answered ${status}.`;
  return new ApiError(status, sentence);
}

export function noAnswer(cause?: unknown): ApiError {
  return new ApiError(0, "The server cannot be reached. Please try again.", { cause });
}

/** Whether asking again would be answered in the same way. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}

/** Whether another attempt at the same request is being carried out. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409;
}

/** Whether there was no answer at all. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiError && error.status === 0;
}

/** Whether what was asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** The sentence to show for whatever a request was rejected with. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong. Please try again.";
}

function isErrorBody(body: unknown): body is ErrorBody {
  return (
    typeof body === "object" && body !== null && "error" in body && typeof body.error === "string"
  );
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
