// Keeps zod from compiling its checks at run time, which the content security policy forbids. Imported first.
import * as z from "zod/mini";

z.config({ jitless: true });
