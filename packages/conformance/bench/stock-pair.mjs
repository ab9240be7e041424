// What a user would pick instead: @asyncapi/parser, then Modelina given the document. One argument: the document.
import { readFileSync } from "node:fs";
import { TypeScriptGenerator } from "@asyncapi/modelina";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
if (!document) throw new Error(JSON.stringify(diagnostics));
const models = await new TypeScriptGenerator({ modelType: "interface" }).generate(document);
process.stdout.write(`${models.length} models\n`);
