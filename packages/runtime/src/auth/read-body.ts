// The body of a request, and no more of it than is wanted.

/**
 * Answers the body as text, `""` where it cannot be read, or `undefined` where it has more than `limitBytes` bytes. What
 * is beyond the limit is never read. Never rejects.
 */
export async function readBody(request: Request, limitBytes: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length")) > limitBytes) return undefined;
  try {
    return await readStream(request.body, limitBytes);
  } catch {
    return "";
  }
}

async function readStream(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<string | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    bytes += next.value.byteLength;
    if (bytes > limitBytes) {
      // not waited for: the sender may be slow to hear it
      reader?.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}
