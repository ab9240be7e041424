// What each subpath exports at run time; a change here is a change for users.
import { expect, it } from "vitest";
import * as auth from "./auth/index.ts";
import * as root from "./index.ts";
import * as memory from "./memory/index.ts";
import * as publish from "./publish/index.ts";
import * as react from "./react/index.ts";
import * as schema from "./schema/index.ts";
import * as subscribe from "./subscribe/index.ts";

const subpaths = { auth, memory, publish, react, root, schema, subscribe };

it.each(Object.entries(subpaths))("%s exports these names", (_, exported) => {
  expect(Object.keys(exported).sort()).toMatchSnapshot();
});
