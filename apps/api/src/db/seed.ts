// The demo's hotels, people, offers and conversations.
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { hashPassword, type ScryptCost } from "../auth/password.ts";
import type { ImageStorage } from "../images/image-storage.ts";
import type { Database } from "./database.ts";
import {
  DEMO_CRM_USERS,
  DEMO_HOTELS,
  DEMO_PASSWORD,
  type DemoHotel,
  type DemoOffer,
  type DemoPerson,
} from "./demo-data.ts";
import {
  conversations,
  guestConversations,
  guestRooms,
  hotels,
  messages,
  offers,
  staffConversations,
  users,
} from "./schema.ts";

export interface SeedOptions {
  readonly images: ImageStorage;
  readonly now: Date;
  /** @default DEFAULT_SCRYPT_COST */
  readonly passwordCost?: ScryptCost;
}

/** Fills an empty database; leaves every other one alone. */
export async function seed(db: Database, options: SeedOptions): Promise<void> {
  await db.transaction(async (tx) => {
    // two processes that start at once on one database must not both find it empty
    await tx.execute(sql`lock table ${hotels} in share row exclusive mode`);
    const [any] = await tx.select({ id: hotels.id }).from(hotels).limit(1);
    if (any !== undefined) return;
    // everybody has the same password, so that one slow hash is enough
    const passwordHash = await hashPassword(DEMO_PASSWORD, options.passwordCost);
    for (const hotel of DEMO_HOTELS) await seedHotel(tx, hotel, { ...options, passwordHash });
    await seedCrm(tx, { ...options, passwordHash });
  });
}

interface SeedContext extends SeedOptions {
  readonly passwordHash: string;
}

async function seedHotel(tx: Database, hotel: DemoHotel, context: SeedContext): Promise<void> {
  const { slug, name } = hotel;
  const [row] = await tx.insert(hotels).values({ slug, name }).returning({ id: hotels.id });
  const hotelId = idOf(row);
  for (const person of hotel.staff) await insertUser(tx, person, { ...context, hotelId });
  await tx
    .insert(staffConversations)
    .values(hotel.staffConversations.map((title) => ({ hotelId, title })));
  await seedGuests(tx, hotel, { ...context, hotelId });
  await seedOffers(tx, hotel, { ...context, hotelId });
}

interface HotelContext extends SeedContext {
  readonly hotelId: number;
}

async function seedGuests(
  tx: Database,
  { guests }: DemoHotel,
  { hotelId, passwordCost }: HotelContext,
): Promise<void> {
  for (const { roomNumber, pin, name: guestName } of guests) {
    const pinHash = await hashPassword(pin, passwordCost);
    const [room] = await tx
      .insert(guestRooms)
      .values({ hotelId, roomNumber, guestName, pinHash })
      .returning({ id: guestRooms.id });
    await tx.insert(guestConversations).values({ roomId: idOf(room) });
  }
}

async function seedOffers(tx: Database, hotel: DemoHotel, context: HotelContext): Promise<void> {
  const { hotelId, images, now } = context;
  for (const [index, offer] of hotel.offers.entries()) {
    const { image, ...columns } = offer;
    await tx.insert(offers).values({
      ...columns,
      hotelId,
      sortOrder: index + 1,
      photo: await storeImage(offer, images),
      createdAt: now,
      updatedAt: now,
    });
  }
}

/** Each user of the CRM has greeted those who came later. */
async function seedCrm(tx: Database, context: SeedContext): Promise<void> {
  const earlier: number[] = [];
  for (const person of DEMO_CRM_USERS) {
    const recipientId = await insertUser(tx, person, context);
    for (const senderId of earlier) {
      const [conversation] = await tx
        .insert(conversations)
        .values({ firstUserId: senderId, secondUserId: recipientId })
        .returning({ id: conversations.id });
      await tx.insert(messages).values({
        conversationId: idOf(conversation),
        senderId,
        recipientId,
        subject: "Welcome",
        content: `Welcome, ${person.firstName}! Write to me whenever you need something.`,
        createdAt: context.now,
      });
    }
    earlier.push(recipientId);
  }
}

async function insertUser(
  tx: Database,
  { email, firstName, lastName }: DemoPerson,
  { passwordHash, hotelId }: SeedContext & { readonly hotelId?: number },
): Promise<number> {
  const [row] = await tx
    .insert(users)
    .values({ email, firstName, lastName, passwordHash, hotelId })
    .returning({ id: users.id });
  return idOf(row);
}

function idOf(row: { readonly id: number } | undefined): number {
  if (row === undefined) throw new Error("seed: the database answered no row for a written one");
  return row.id;
}

async function storeImage({ image }: DemoOffer, images: ImageStorage): Promise<string> {
  const bytes = await readFile(new URL(`../../seed/${image}.jpg`, import.meta.url));
  return images.put(bytes, "jpg");
}
