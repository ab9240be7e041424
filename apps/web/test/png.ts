// A small PNG of one shade of grey.
import { crc32, deflateSync } from "node:zlib";

const SIZE = 320;

/** @param shade from 0, black, to 255, white */
export function png(shade: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.writeUInt8(8, 8);
  // each row begins with the number of its filter, which is none
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(SIZE, shade)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: SIZE }, () => row)));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, checksum]);
}
