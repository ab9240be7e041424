// The official parser on a document, and nothing else. One argument: the document.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
if (!document) throw new Error(JSON.stringify(diagnostics));
