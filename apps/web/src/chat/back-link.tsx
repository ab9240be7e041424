// The way from a conversation back to the list, where the one takes the place of the other.
import { useLayoutEffect, useRef } from "react";
import { Link } from "wouter";

export interface BackLinkProps {
  readonly href: string;
}

/** With it the focus comes into the conversation, and without it goes on to the list. */
export function BackLink({ href }: BackLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    const element = link.current;
    // what had the focus stands in the list, which is not shown any more
    if (!document.activeElement?.checkVisibility()) element?.focus();
    return () => {
      if (document.activeElement === element)
        document.getElementById("main")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <Link className="back-link" href={href} ref={link}>
      All conversations
    </Link>
  );
}
