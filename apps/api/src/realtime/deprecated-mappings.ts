// What old clients read, made of what is published now.
import type { DeprecatedMappings } from "@lockstep-demo/publishers";

export const deprecatedMappings: DeprecatedMappings = {
  staffChatConversationPublic: {
    messageCreatedObsolete: (message) => ({ payload: message }),
  },
};
