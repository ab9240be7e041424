import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { streamViewer } from "./stream-viewer.ts";

interface Recorded {
  readonly response: ServerResponse;
  readonly written: string[];
  readonly calls: string[];
}

function record(writableLength: number): Recorded {
  const written: string[] = [];
  const calls: string[] = [];
  const response = {
    writableLength,
    write: (text: string) => written.push(text),
    end: () => calls.push("end"),
    destroy: () => calls.push("destroy"),
  };
  return { response: response as unknown as ServerResponse, written, calls };
}

describe("streamViewer", () => {
  it("sends a message as one event, whatever line breaks its texts hold", () => {
    const { response, written } = record(0);
    const finding = { severity: "error", code: "c", message: "a\n\nb" } as const;
    const one = { id: 1, at: 0, kind: "finding", verdict: "error", findings: [finding] } as const;
    streamViewer(response).tell({ type: "news", records: [one] });
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^data: [^\n]*\n\n$/);
  });

  it("cuts a page that does not read", () => {
    const { response, written, calls } = record(9 * 1024 * 1024);
    streamViewer(response).tell({ type: "news", records: [] });
    expect([written, calls]).toEqual([[], ["destroy"]]);
  });

  it("ends", () => {
    const { response, calls } = record(0);
    streamViewer(response).end();
    expect(calls).toEqual(["end"]);
  });
});
