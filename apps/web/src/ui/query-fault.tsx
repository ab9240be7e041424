// What went wrong with something that was fetched, and the way to ask again where that may help.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { isRefusal, sentenceOf } from "../api/api-error.ts";
import { Notice } from "./notice.tsx";

export interface QueryFaultProps {
  readonly query: Pick<UseQueryResult, "data" | "error" | "refetch">;
  /** What that means for what was fetched before and still shows, as a sentence. */
  readonly stale: string;
  /** What that means where nothing was fetched before, as a sentence. @default nothing */
  readonly missing?: string;
  /** The way on after a refusal. @default none */
  readonly children?: ReactNode;
}

export function QueryFault({ query, stale, missing = "", children = null }: QueryFaultProps) {
  const { data, error, refetch } = query;
  if (!error) return null;
  return (
    <Notice kind="error">
      <p>{[data === undefined ? missing : stale, sentenceOf(error)].filter(Boolean).join(" ")}</p>
      {isRefusal(error) ? (
        children
      ) : (
        <button className="button" type="button" onClick={() => void refetch()}>
          Try again
        </button>
      )}
    </Notice>
  );
}
