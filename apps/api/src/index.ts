// @lockstep-demo/api: what the web page may know of the API, which is its types.
export type { AppType } from "./app.ts";
export type { UserJson } from "./auth/auth-operations.ts";
export type {
  CrmConversation,
  CrmMessage,
  CrmPerson,
  StoredCrmMessage,
} from "./crm/to-crm-message.ts";
export type { GuestConversation, StoredGuestMessage } from "./guest-chat/to-guest-message.ts";
export type { ErrorBody, FieldErrors } from "./http/http-error.ts";
export type { Offer } from "./offers/to-offer.ts";
export type { RealtimeConfig } from "./realtime/realtime-config.ts";
export type { StaffConversation, StaffMessage } from "./staff-chat/to-staff-message.ts";
