// Lets a request pass only for staff of the hotel that its path names.
import { eq } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import type { ViewerEnv } from "../auth/require-viewer.ts";
import type { Database } from "../db/database.ts";
import { hotels } from "../db/schema.ts";
import { HttpError } from "../http/http-error.ts";
import { describing } from "../openapi/operation-part.ts";

export interface Hotel {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** What handlers behind `requireHotelStaff` find in their context. */
export interface StaffEnv {
  Variables: ViewerEnv["Variables"] & { hotel: Hotel };
}

/** What `findHotel` refuses, for the description of what asks it. */
export const NO_SUCH_HOTEL = { 404: "There is no such hotel." };

/** Stands behind `requireViewer`. Answers 404 for a hotel that does not exist, 403 to everyone but its staff. */
export function requireHotelStaff(db: Database) {
  const check = createMiddleware<StaffEnv, "/:slug">(async (c, next) => {
    const hotel = await findHotel(db, c.req.param("slug"));
    if (c.var.viewer.hotel?.id !== hotel.id) {
      throw new HttpError(403, `Only staff of ${hotel.name} may do this`);
    }
    c.set("hotel", hotel);
    await next();
  });
  const refusals = { 403: "The token is not that of the hotel's staff.", ...NO_SUCH_HOTEL };
  return describing({ refusals }, check);
}

/** @throws {HttpError} 404 when there is no such hotel */
export async function findHotel(db: Database, slug: string): Promise<Hotel> {
  const [hotel] = isText(slug) ? await db.select().from(hotels).where(eq(hotels.slug, slug)) : [];
  if (hotel === undefined) throw new HttpError(404, "There is no such hotel");
  return hotel;
}

// PostgreSQL refuses NUL, which a path can hold as %00
function isText(slug: string): boolean {
  return /^[\w-]+$/.test(slug);
}
