// The page's realtime connection as a component sees it; the first to ask makes it.
import { useQuery } from "@tanstack/react-query";
import { loadRealtime, type Realtime } from "./load-realtime.ts";

const MOST_PATIENCE_MS = 10_000;

/** Answers `undefined` until the API has said where the realtime server is. */
export function useRealtime(): Realtime | undefined {
  const { data } = useQuery({
    queryKey: ["realtime"],
    queryFn: loadRealtime,
    // one connection for as long as the page lives
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: true,
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, MOST_PATIENCE_MS),
  });
  return data;
}
