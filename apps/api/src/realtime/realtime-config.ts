// What a page must know to connect to the realtime server.
import * as z from "zod";

/** Options of pusher-js, without any secret; or that there is no realtime server. */
export type RealtimeConfig =
  | {
      readonly enabled: true;
      readonly key: string;
      readonly cluster: string;
      /** Absent on hosted Pusher Channels, where the cluster says it. */
      readonly wsHost?: string;
      readonly wsPort?: number;
      readonly forceTLS: boolean;
    }
  | { readonly enabled: false };

export const realtimeConfig: z.ZodType<RealtimeConfig> = z
  .union([
    z.object({
      enabled: z.literal(true),
      key: z.string(),
      cluster: z.string(),
      wsHost: z
        .string()
        .exactOptional()
        .meta({ description: "Absent on hosted Pusher Channels, where the cluster says it." }),
      wsPort: z.int().exactOptional(),
      forceTLS: z.boolean(),
    }),
    z.object({ enabled: z.literal(false) }),
  ])
  .meta({ id: "RealtimeConfig" });
