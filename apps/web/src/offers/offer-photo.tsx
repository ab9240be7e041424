// The photo area of an offer: its place is reserved, with or without a photo.
import { useLoadedImage } from "../ui/use-loaded-image.ts";

export interface OfferPhotoProps {
  readonly address: string | null;
  /** Called when there is no image at the address. */
  readonly onBroken?: () => void;
}

/** Decorative: the card's text says everything that the offer is. */
export function OfferPhoto({ address, onBroken }: OfferPhotoProps) {
  const loaded = useLoadedImage(address, onBroken);
  return (
    <div className="photo">
      {loaded === null ? (
        <svg className="photo-none" viewBox="0 0 48 30" aria-hidden="true" focusable="false">
          <circle cx="35" cy="8" r="3.5" />
          <path d="M0 30V24l11-10 9 8 8-11 20 16v3z" />
        </svg>
      ) : (
        <img src={loaded} alt="" width="640" height="400" />
      )}
    </div>
  );
}
