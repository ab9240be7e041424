// The list of cards: they come, change and go one by one.
import type { ReactNode } from "react";
import { useStagedItems } from "../ui/use-staged-items.ts";
import type { ShownOffer } from "./shown-offers.ts";

export interface OfferGridProps {
  readonly offers: readonly ShownOffer[];
  readonly children: (shown: ShownOffer) => ReactNode;
}

export function OfferGrid({ offers, children }: OfferGridProps) {
  const { staged, onFaded } = useStagedItems(offers);
  return (
    <ul className="offers" aria-label="Offers">
      {staged.map(({ item, phase }) => (
        <li
          key={item.key}
          className={`is-${phase}`}
          aria-hidden={phase === "leaving"}
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
