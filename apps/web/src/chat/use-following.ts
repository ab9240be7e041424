// Keeps the end of a log in view where it was in view, and else says that there is more.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ShownMessage } from "./shown-messages.ts";

const NEAR_END_PX = 48;

export interface Following {
  /** Whether something came below of what is in view. */
  readonly hasMore: boolean;
  readonly onScroll: () => void;
  /** Goes to the end. */
  readonly follow: () => void;
}

/** @param region what scrolls, with one element in it that holds the messages */
export function useFollowing(
  region: RefObject<HTMLDivElement | null>,
  messages: readonly ShownMessage[],
): Following {
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const [hasMore, setHasMore] = useState(false);
  const follow = () => {
    region.current?.scrollTo({ top: region.current.scrollHeight });
    isAtEnd.current = true;
    setHasMore(false);
  };

  const last = messages.at(-1);
  const lastKey = last?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new end
  useLayoutEffect(() => {
    // whoever sends a message wants to see it
    if (isAtEnd.current || last?.status === "sending" || last?.status === "waiting") follow();
    else setHasMore(true);
  }, [lastKey]);

  // a message grows when it fails, and the region shrinks with a long draft below it
  useEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTo({ top: element.scrollHeight });
    });
    for (const target of [element, ...element.children]) observer.observe(target);
    return () => observer.disconnect();
  }, [region]);

  return {
    hasMore,
    follow,
    onScroll() {
      const element = region.current;
      if (element === null) return;
      const { scrollHeight, scrollTop, clientHeight } = element;
      const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      // only a person scrolls up; away from the end leads growth as well
      if (isNearEnd || scrollTop < lastTop.current) isAtEnd.current = isNearEnd;
      if (isNearEnd) setHasMore(false);
      lastTop.current = scrollTop;
    },
  };
}
