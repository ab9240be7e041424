// The smallest files that are what they say.

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

export const pngBytes = bytesOf(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);
export const gifBytes = bytesOf("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");
export const webpBytes = bytesOf("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
export const jpegBytes = bytesOf("/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAEBAQEBAQEBAQEBAQEBAf/Z");
export const svgBytes = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);

export function photoFile(bytes: Uint8Array<ArrayBuffer>, name = "photo.png"): File {
  return new File([bytes], name, { type: "image/png" });
}
