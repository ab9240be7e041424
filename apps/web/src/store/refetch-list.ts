// Asks the server for a list again, unless it has refused to tell.
import type { QueryClient } from "@tanstack/react-query";
import { isRefusal } from "../api/api-error.ts";
import type { ListKey } from "./list-store.ts";

export async function refetchList(client: QueryClient, queryKey: ListKey): Promise<void> {
  if (isRefusal(client.getQueryState(queryKey)?.error)) return;
  // an answer that is on its way may be older than what made this necessary
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
