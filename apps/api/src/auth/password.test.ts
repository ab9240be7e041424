// Password hashes.
import { expect, test } from "vitest";
import { DEFAULT_SCRYPT_COST, hashPassword, isPasswordOf } from "./password.ts";

test("a hash knows its password and no other", async () => {
  const hash = await hashPassword("correct horse", { logN: 4, r: 8, p: 1 });
  expect(await isPasswordOf(hash, "correct horse")).toBe(true);
  expect(await isPasswordOf(hash, "correct horse ")).toBe(false);
});

test("the cost is kept with the hash, and the usual one works", async () => {
  const hash = await hashPassword("x");
  const { logN, r, p } = DEFAULT_SCRYPT_COST;
  expect(hash.startsWith(`scrypt$${logN}$${r}$${p}$`)).toBe(true);
  expect(await isPasswordOf(hash, "x")).toBe(true);
});

test("the same password gets another hash each time", async () => {
  const cost = { logN: 4, r: 8, p: 1 };
  expect(await hashPassword("x", cost)).not.toBe(await hashPassword("x", cost));
});

test("two ways to type the same letter are the same password", async () => {
  const hash = await hashPassword("caf\u00e9", { logN: 4, r: 8, p: 1 });
  expect(await isPasswordOf(hash, "cafe\u0301")).toBe(true);
});
