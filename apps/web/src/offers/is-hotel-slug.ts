// Whether a text from the address bar can be a hotel's slug, by the contract's own rule.

import { ChannelParameterError, formatChannelName } from "@lockstep/runtime";
import { hotelOffersChannel } from "@lockstep-demo/events";

export function isHotelSlug(text: string): boolean {
  try {
    formatChannelName(hotelOffersChannel, { hotelSlug: text });
    return true;
  } catch (error) {
    if (error instanceof ChannelParameterError) return false;
    throw error;
  }
}
