ALTER TABLE "guest_rooms" ADD COLUMN "stay_id" text GENERATED ALWAYS AS (substr(translate(encode(sha256(('stay ' || "pin_hash")::bytea), 'base64'), '+/', '-_'), 1, 22)) STORED NOT NULL;--> statement-breakpoint
-- nobody knows of which stay the sessions of before are: they are none's, and their guests log in again
ALTER TABLE "guest_sessions" ADD COLUMN "stay_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_sessions" ALTER COLUMN "stay_id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "guest_sessions" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "guest_sessions_ended" ON "guest_sessions" USING btree ("token_hash") WHERE "guest_sessions"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "sessions_ended" ON "sessions" USING btree ("token_hash") WHERE "sessions"."ended_at" is not null;