// The demo's hotels, people and offers.
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { hashPassword, type ScryptCost } from "../auth/password.ts";
import type { ImageStorage } from "../images/image-storage.ts";
import type { Database } from "./database.ts";
import { DEMO_HOTELS, DEMO_PASSWORD, type DemoHotel, type DemoOffer } from "./demo-data.ts";
import { hotels, offers, users } from "./schema.ts";

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
    for (const hotel of DEMO_HOTELS) await seedHotel(tx, hotel, options);
  });
}

async function seedHotel(tx: Database, hotel: DemoHotel, options: SeedOptions): Promise<void> {
  const { slug, name } = hotel;
  const [row] = await tx.insert(hotels).values({ slug, name }).returning({ id: hotels.id });
  if (row === undefined) throw new Error(`seed: no row for the hotel "${slug}"`);
  for (const { email, firstName, lastName } of hotel.staff) {
    const passwordHash = await hashPassword(DEMO_PASSWORD, options.passwordCost);
    await tx.insert(users).values({ email, firstName, lastName, passwordHash, hotelId: row.id });
  }
  for (const [index, offer] of hotel.offers.entries()) {
    const { image, ...columns } = offer;
    await tx.insert(offers).values({
      ...columns,
      hotelId: row.id,
      sortOrder: index + 1,
      photo: await storeImage(offer, options.images),
      createdAt: options.now,
      updatedAt: options.now,
    });
  }
}

async function storeImage({ image }: DemoOffer, images: ImageStorage): Promise<string> {
  const bytes = await readFile(new URL(`../../seed/${image}.jpg`, import.meta.url));
  return images.put(bytes, "jpg");
}
