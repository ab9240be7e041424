// Images are recognised by their content.
import { expect, test } from "vitest";
import { gifBytes, jpegBytes, pngBytes, svgBytes, webpBytes } from "../testing/sample-images.ts";
import { sniffImageKind } from "./image-kind.ts";

test.each([
  { want: "png", bytes: pngBytes },
  { want: "jpg", bytes: jpegBytes },
  { want: "gif", bytes: gifBytes },
  { want: "webp", bytes: webpBytes },
  { want: undefined, bytes: svgBytes },
  { want: undefined, bytes: new TextEncoder().encode("%PDF-1.7") },
  { want: undefined, bytes: new Uint8Array() },
])("content of kind $want", async ({ want, bytes }) => {
  expect(await sniffImageKind(bytes)).toBe(want);
});
