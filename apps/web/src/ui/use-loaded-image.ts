// An image address that changes only once the new image can be drawn, so that nothing flickers in between.
import { useEffect, useEffectEvent, useState } from "react";

/**
 * Answers the last address that could be loaded, or `null` when there is none.
 *
 * @param onBroken called when there is no image at the address
 */
export function useLoadedImage(address: string | null, onBroken?: () => void): string | null {
  const [loaded, setLoaded] = useState<string | null>(null);
  const giveUp = useEffectEvent(() => {
    setLoaded(null);
    onBroken?.();
  });
  useEffect(() => {
    if (address === null) {
      setLoaded(null);
      return undefined;
    }
    let isWanted = true;
    const image = new Image();
    image.src = address;
    image.decode().then(
      () => isWanted && setLoaded(address),
      () => isWanted && giveUp(),
    );
    return () => {
      isWanted = false;
    };
  }, [address]);
  return loaded;
}
