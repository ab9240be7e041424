// The offers of a hotel: staff write them, everyone reads the active ones.
import { Hono } from "hono";
import { requireViewer } from "../auth/require-viewer.ts";
import { findHotel, requireHotelStaff, type StaffEnv } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { pathId } from "../http/path-id.ts";
import { limitOfferBody, offerBody, photoBody } from "./offer-body.ts";
import { newOffer, offerChange } from "./offer-input.ts";
import {
  createsOffer,
  deletesOffer,
  readsOffers,
  readsPublicOffers,
  updatesOffer,
  uploadsImage,
} from "./offer-operations.ts";
import { listOffers } from "./offer-store.ts";
import { createOfferWriter } from "./offer-writer.ts";
import { type Offer, toOffer } from "./to-offer.ts";

/** Routes below `/api`. */
export function createOfferRoutes(deps: AppDependencies) {
  return new Hono()
    .route("/staff/hotel/:slug/offers", createStaffRoutes(deps))
    .route("/hotel/:slug/offers", createPublicRoutes(deps));
}

function createPublicRoutes({ db, publicUrl }: AppDependencies) {
  return new Hono().get("/", readsPublicOffers, async (c) => {
    const hotel = await findHotel(db, c.req.param("slug") ?? "");
    const rows = await listOffers(db, hotel.id, { activeOnly: true });
    return c.json(rows.map((row) => toOffer(row, publicUrl())));
  });
}

function createStaffRoutes(deps: AppDependencies) {
  const { db, publicUrl } = deps;
  const writer = createOfferWriter(deps);
  return new Hono<StaffEnv>()
    .use(requireViewer(deps), requireHotelStaff(db))
    .get("/", readsOffers, async (c) => {
      const rows = await listOffers(db, c.var.hotel.id);
      return c.json(rows.map((row): Offer => toOffer(row, publicUrl())));
    })
    .post("/", createsOffer, limitOfferBody, offerBody(newOffer), async (c) => {
      const { fields, photo } = c.req.valid("json");
      return c.json(await writer.create(c.var.hotel, fields, photo), 201);
    })
    .patch("/:id", updatesOffer, limitOfferBody, offerBody(offerChange), async (c) => {
      const { fields, photo } = c.req.valid("json");
      return c.json(
        await writer.update(c.var.hotel, pathId(c.req.param("id"), "offer"), fields, photo),
      );
    })
    .delete("/:id", deletesOffer, async (c) => {
      await writer.remove(c.var.hotel, pathId(c.req.param("id"), "offer"));
      return c.body(null, 204);
    })
    .post("/:id/upload-image", uploadsImage, limitOfferBody, photoBody, async (c) => {
      const id = pathId(c.req.param("id"), "offer");
      const { photo } = c.req.valid("form");
      const photoUrl = await writer.replacePhoto(c.var.hotel, id, photo);
      return c.json({ message: "Image uploaded successfully", photo_url: photoUrl });
    });
}
