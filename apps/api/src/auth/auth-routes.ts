// Logging in and out with e-mail and password.
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import * as z from "zod";
import type { Database } from "../db/database.ts";
import { hotels, users } from "../db/schema.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { onlyFields } from "../http/only-fields.ts";
import { presentText } from "../http/plain-text.ts";
import { validated } from "../http/validated.ts";
import { logsIn, logsOut, readsMe, type UserJson } from "./auth-operations.ts";
import { createLoginLimit } from "./limit-logins.ts";
import { isPasswordOf, nobodysHash } from "./password.ts";
import { requireViewer } from "./require-viewer.ts";
import { closeSession, openSession, type Viewer } from "./sessions.ts";
import { hashOfToken } from "./token.ts";

const credentials = onlyFields({
  email: presentText()
    .trim()
    .toLowerCase()
    .pipe(z.email("must be an e-mail address"))
    .meta({ format: "email" }),
  password: presentText().min(1, "is required"),
});

export function createAuthRoutes(deps: Pick<AppDependencies, "db" | "now" | "sessionsEnd">) {
  const { db, now, sessionsEnd } = deps;
  const limitLogin = createLoginLimit();
  return new Hono()
    .post("/login", logsIn, limitBody(16 * 1024), validated("json", credentials), async (c) => {
      const { email, password } = c.req.valid("json");
      const viewer = await limitLogin(c, email, () => findByPassword(db, email, password));
      if (viewer === undefined)
        throw new HttpError(401, "The e-mail address or the password is wrong");
      return c.json({ token: await openSession(db, viewer.id, now()), user: toUserJson(viewer) });
    })
    .get("/me", readsMe, requireViewer(deps), (c) => c.json({ user: toUserJson(c.var.viewer) }))
    .post("/logout", logsOut, requireViewer(deps), async (c) => {
      await closeSession(db, c.var.token, now());
      void sessionsEnd.endOne(hashOfToken(c.var.token));
      return c.body(null, 204);
    });
}

async function findByPassword(
  db: Database,
  email: string,
  password: string,
): Promise<Viewer | undefined> {
  const [row] = await db
    .select({ user: users, hotel: hotels })
    .from(users)
    .leftJoin(hotels, eq(hotels.id, users.hotelId))
    .where(eq(users.email, email));
  // an unknown address costs as much time as a wrong password, so that nobody can ask who has an account
  const matches = await isPasswordOf(row?.user.passwordHash ?? (await nobodysHash()), password);
  return row !== undefined && matches ? { ...row.user, hotel: row.hotel } : undefined;
}

function toUserJson(viewer: Viewer): UserJson {
  return {
    id: viewer.id,
    email: viewer.email,
    first_name: viewer.firstName,
    last_name: viewer.lastName,
    hotel_slug: viewer.hotel?.slug ?? null,
    hotel_name: viewer.hotel?.name ?? null,
  };
}
