// Follows a conversation that is not open, so that the list tells of its latest message.
import type { OnError } from "@lockstep/runtime/subscribe";
import type { StaffConversationAccess } from "./staff-chat-api.ts";
import { useStaffConversation } from "./use-staff-conversation.ts";

export interface FollowConversationProps {
  readonly access: StaffConversationAccess;
  readonly onError: OnError;
}

export function FollowConversation({ access, onError }: FollowConversationProps): null {
  useStaffConversation(access, onError);
  return null;
}
