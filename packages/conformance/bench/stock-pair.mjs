// What a user would pick instead: @asyncapi/parser, then Modelina given the document. One argument: the document.
import { readFileSync } from "node:fs";

const phases = [];
async function inPhase(name, work) {
  const start = performance.now();
  const result = await work();
  phases.push({ name, start, end: performance.now() });
  return result;
}

const { Parser } = await inPhase("import of the parser", () => import("@asyncapi/parser"));
const { TypeScriptGenerator } = await inPhase(
  "import of Modelina",
  () => import("@asyncapi/modelina"),
);
const { document, diagnostics } = await inPhase("parser", () =>
  new Parser().parse(readFileSync(process.argv[2], "utf8")),
);
if (!document) throw new Error(JSON.stringify(diagnostics));
const generator = new TypeScriptGenerator({ modelType: "interface" });
const models = await inPhase("Modelina", () => generator.generate(document));
process.stdout.write(`${models.length} models\n`);
const last = { name: "process", start: 0, end: performance.now() };
process.stdout.write(`phases ${JSON.stringify([...phases, last])}\n`);
