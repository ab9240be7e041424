// Addresses as they are compared: whatever their parameters are called, and whoever may subscribe.
import { channelKindOf, channelTraitsOf, parseAddress } from "@lockstep/runtime";

/** The address with a nameless place for each parameter. */
export function shapeOf(address: string): string {
  return parseAddress(address)
    .map((segment) => ("literal" in segment ? segment.literal : "{}"))
    .join("");
}

/** The shape without the prefix that says who may subscribe. */
export function shapeBehindPrefix(address: string): string {
  const kind = channelKindOf(address);
  return kind === "public" ? shapeOf(address) : shapeOf(address).slice(kind.length + 1);
}

/** Names of the parameters, in the order of their places. */
export function parametersOf(address: string): readonly string[] {
  return parseAddress(address).flatMap((segment) =>
    "parameter" in segment ? [segment.parameter] : [],
  );
}

/** Whether subscribing takes a signature of the application. */
export function isAuthorized(address: string): boolean {
  return channelTraitsOf(channelKindOf(address)).authorized;
}
