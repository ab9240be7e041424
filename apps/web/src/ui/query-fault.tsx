// What went wrong with something that was fetched, and the way to ask again where that may help.
import type { UseQueryResult } from "@tanstack/react-query";
import { isRefusal, sentenceOf } from "../api/api-error.ts";
import { Notice } from "./notice.tsx";

export interface QueryFaultProps {
  readonly query: Pick<UseQueryResult, "data" | "error" | "refetch">;
  /** What that means for what was fetched before and still shows, as a sentence. */
  readonly stale: string;
}

export function QueryFault({ query: { data, error, refetch }, stale }: QueryFaultProps) {
  if (!error) return null;
  return (
    <Notice kind="error">
      <p>
        {data === undefined ? "" : `${stale} `}
        {sentenceOf(error)}
      </p>
      {isRefusal(error) ? null : (
        <button className="button" type="button" onClick={() => void refetch()}>
          Try again
        </button>
      )}
    </Notice>
  );
}
