// How a person is called.
import type { UserJson } from "@lockstep-demo/api";

/** As the server signs their messages. */
export function nameOf({
  first_name,
  last_name,
}: Pick<UserJson, "first_name" | "last_name">): string {
  return `${first_name} ${last_name}`.trim();
}
