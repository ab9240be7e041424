// A contract as one HTML page.

export { type RenderDocsOptions, renderDocs } from "./render-docs.ts";
