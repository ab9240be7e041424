import { expect, it } from "vitest";
import { ClosingError, ProtocolError } from "./protocol-error.ts";

it("renders its own frame", () => {
  expect(new ProtocolError(4301, "too fast").frame()).toBe(
    '{"event":"pusher:error","data":{"code":4301,"message":"too fast"}}',
  );
  expect(JSON.parse(new ProtocolError(null, "no").frame()).data.code).toBeNull();
});

it("keeps a close reason within 123 bytes, and its last character whole", () => {
  const { reason } = new ClosingError(4001, "é".repeat(100));
  expect(Buffer.byteLength(reason)).toBe(120);
  expect(new ClosingError(4001, `a${"é".repeat(100)}`).reason).toBe(`a${"é".repeat(59)}`);
  expect(new ClosingError(4001, "short").reason).toBe("short");
});
