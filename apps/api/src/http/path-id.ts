// Ids in paths.
import { HttpError } from "./http-error.ts";

/** The largest id that the database has. */
export const MAX_ID = 2 ** 31 - 1;

/**
 * Reads an id. What cannot be one is the id of nothing.
 *
 * @param what names the thing in the refusal, like `offer`
 * @throws {HttpError} 404
 */
export function pathId(text: string, what: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (!isId(id)) throw new HttpError(404, `There is no such ${what}`);
  return id;
}

/** Whether a whole number can be an id: larger ones would be a fault for the database. */
export function isId(id: number): boolean {
  return id >= 1 && id <= MAX_ID;
}
