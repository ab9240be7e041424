// An image address that changes only once the new image can be drawn, so that nothing flickers in between.
import { useEffect, useState } from "react";

/** Answers the last address that could be loaded, or `null` when there is none. */
export function useLoadedImage(address: string | null): string | null {
  const [loaded, setLoaded] = useState<string | null>(null);
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
      () => isWanted && setLoaded(null),
    );
    return () => {
      isWanted = false;
    };
  }, [address]);
  return loaded;
}
