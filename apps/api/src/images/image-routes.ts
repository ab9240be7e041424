// GET {IMAGE_PATH}{name}: stored images, with the type that their content has.
import { Hono } from "hono";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { operation } from "../openapi/operation-part.ts";

/** Path of all images; the image's name follows. */
export const IMAGE_PATH = "/media/offers/";

const readsImage = operation({
  id: "readImage",
  tag: "Offers",
  summary: "A stored photo; another photo has another name",
  answers: { 200: "image/*" },
  refusals: { 404: "There is no such image." },
});

export function createImageRoutes({ images }: Pick<AppDependencies, "images">) {
  return new Hono().get(`${IMAGE_PATH}:name`, readsImage, async (c) => {
    const image = await images.get(c.req.param("name"));
    if (image === undefined) throw new HttpError(404, "There is no such image");
    return c.body(image.bytes, 200, {
      "Content-Type": image.mimeType,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      // a new photo has a new name
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
}
