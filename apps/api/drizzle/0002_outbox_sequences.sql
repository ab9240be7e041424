CREATE TABLE "outbox_sequences" (
	"channel" text PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
