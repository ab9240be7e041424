// Offers in the database.
import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { offers } from "../db/schema.ts";
import type { OfferChange } from "./offer-input.ts";

export type OfferRow = typeof offers.$inferSelect;
type OfferColumns = Partial<Omit<OfferRow, "id" | "hotelId">>;

/** By `sort_order`, then newest first. */
export function listOffers(
  db: Database,
  hotelId: number,
  { activeOnly = false } = {},
): Promise<OfferRow[]> {
  return db
    .select()
    .from(offers)
    .where(and(eq(offers.hotelId, hotelId), activeOnly ? eq(offers.isActive, true) : undefined))
    .orderBy(asc(offers.sortOrder), desc(offers.createdAt), desc(offers.id));
}

/** Reads an offer of a hotel, and keeps others from changing it until the transaction ends. */
export async function lockOffer(
  tx: Database,
  hotelId: number,
  id: number,
): Promise<OfferRow | undefined> {
  const [row] = await tx.select().from(offers).where(isOffer(hotelId, id)).for("update");
  return row;
}

export async function insertOffer(
  tx: Database,
  row: typeof offers.$inferInsert,
): Promise<OfferRow> {
  const [inserted] = await tx.insert(offers).values(row).returning();
  return assertRow(inserted);
}

/** Changes an offer that the transaction has locked. */
export async function changeOffer(
  tx: Database,
  { hotelId, id }: OfferRow,
  columns: OfferColumns,
): Promise<OfferRow> {
  const [changed] = await tx.update(offers).set(columns).where(isOffer(hotelId, id)).returning();
  return assertRow(changed);
}

/** Deletes an offer that the transaction has locked. */
export async function deleteOffer(tx: Database, { hotelId, id }: OfferRow): Promise<void> {
  await tx.delete(offers).where(isOffer(hotelId, id));
}

/** The columns that a change sets; fields that it does not give are left out. */
export function columnsOf(change: OfferChange): OfferColumns {
  const columns = {
    title: change.title,
    shortDescription: change.short_description,
    detailsText: change.details_text,
    validFrom: change.valid_from,
    validTo: change.valid_to,
    isActive: change.is_active,
    sortOrder: change.sort_order,
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as OfferColumns;
}

function isOffer(hotelId: number, id: number) {
  return and(eq(offers.hotelId, hotelId), eq(offers.id, id));
}

function assertRow(row: OfferRow | undefined): OfferRow {
  if (row === undefined) throw new Error("offers: the database answered no row for a written one");
  return row;
}
