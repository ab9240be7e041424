// What each subpath exports at run time; a change here is a change for users.
import { expect, it } from "vitest";
import * as coverage from "./coverage/index.ts";
import * as root from "./index.ts";
import * as payloads from "./payloads/index.ts";
import * as vitest from "./vitest/index.ts";

it.each(Object.entries({ coverage, payloads, root, vitest }))(
  "%s exports these names",
  (_, exported) => {
    expect(Object.keys(exported).sort()).toMatchSnapshot();
  },
);
