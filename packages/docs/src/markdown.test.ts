import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";

describe("renderMarkdown", () => {
  it.each([
    ["text", "A *guest*'s `room`.", "<p>A <em>guest</em>'s <code>room</code>.</p>"],
    ["no HTML", "<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
    ["no comment that ends elsewhere", "<!-- a", "<p>&lt;!-- a</p>"],
    ["no script", "[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"],
    ["no script behind entities", "[a](&#106;avascript:x)", "<p>[a](javascript:x)</p>"],
    ["no data", "<data:text/html,x>", "<p>&lt;data:text/html,x&gt;</p>"],
    [
      "links elsewhere",
      '[a](https://example.com/?a=1&b="2")',
      '<p><a href="https://example.com/?a=1&amp;b=%222%22" rel="noopener noreferrer">a</a></p>',
    ],
    [
      "a picture as a link",
      "![a](https://example.com/a.png)",
      '<p>!<a href="https://example.com/a.png" rel="noopener noreferrer">a</a></p>',
    ],
    ["no heading of the page", "# Top", '<p class="heading">Top</p>'],
  ])("%s", (_, given, wanted) => {
    expect(renderMarkdown(given)?.text).toBe(`<div class="words">${wanted}\n</div>`);
  });

  it("has nothing to show of nothing", () => {
    expect([renderMarkdown(undefined), renderMarkdown(" \n")]).toEqual([undefined, undefined]);
  });
});
