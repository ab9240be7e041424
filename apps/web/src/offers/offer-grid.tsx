// The list of cards: they come, change and go one by one.
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { useStagedItems } from "../ui/use-staged-items.ts";
import type { ShownOffer } from "./shown-offers.ts";

export interface OfferGridProps {
  readonly offers: readonly ShownOffer[];
  readonly children: (shown: ShownOffer) => ReactNode;
}

export function OfferGrid({ offers, children }: OfferGridProps) {
  const { staged, onFaded } = useStagedItems(offers);
  const list = useRef<HTMLUListElement>(null);
  useFocusKept(list);
  return (
    <ul className="offers" aria-label="Offers" ref={list} tabIndex={-1}>
      {staged.map(({ item, phase }) => (
        <li
          key={item.key}
          className={`is-${phase}`}
          aria-hidden={phase === "leaving" || undefined}
          inert={phase === "leaving"}
          onAnimationEnd={(event) => {
            if (event.target === event.currentTarget) onFaded(item.key);
          }}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

// a card that leaves would take the focus with it, and the keyboard would start again at the top of the page
function useFocusKept(list: RefObject<HTMLUListElement | null>): void {
  useLayoutEffect(() => {
    const leaving = document.activeElement?.closest(".is-leaving");
    if (leaving && list.current?.contains(leaving)) list.current.focus({ preventScroll: true });
  });
}
