// Password hashes: scrypt, with its parameters and salt beside the hash.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of one hash: 2^`logN` blocks of `r` × 128 bytes, `p` times. */
export interface ScryptCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and three passes: OWASP's advice for scrypt where memory is dear. */
export const DEFAULT_SCRYPT_COST: ScryptCost = { logN: 15, r: 8, p: 3 };

const KEY_BYTES = 32;

/** Makes a text of the shape `scrypt$logN$r$p$salt$hash`. */
export async function hashPassword(
  password: string,
  cost: ScryptCost = DEFAULT_SCRYPT_COST,
): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, cost);
  const { logN, r, p } = cost;
  return ["scrypt", logN, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Says whether `password` is the one that `hash` was made from, in time that does not tell how close it was. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const [kind, logN, r, p, salt = "", key = ""] = hash.split("$");
  if (kind !== "scrypt") throw new Error(`password hash: unknown kind "${kind}"`);
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const derived = await deriveKey(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(derived, Buffer.from(key, "base64url"));
}

let nobody: Promise<string> | undefined;

/** A hash that is nobody's, to compare with where there is nobody to compare with. */
export function nobodysHash(): Promise<string> {
  nobody ??= hashPassword("nobody has this password");
  return nobody;
}

function deriveKey(password: string, salt: Buffer, { logN, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** logN;
  // node's own limit is just under what N = 2^15 needs
  const options = { N, r, p, maxmem: 2 * 128 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
