// Compressed bytes that become far more than they are, made without ever holding what they become.
import { constants, deflateRawSync } from 'node:zlib';

const mebibyte = Buffer.alloc(1024 * 1024, ' ');

/** One mebibyte of spaces as a block that stands for itself, wherever it is repeated. */
const block = deflateRawSync(mebibyte, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
const end = deflateRawSync(Buffer.alloc(0));

/** A deflate stream of so many mebibytes. */
function deflated(mebibytes: number): Buffer {
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), end]);
}

export function gzipBomb(mebibytes: number): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  return Buffer.concat([header, deflated(mebibytes), Buffer.alloc(8)]);
}

/** An archive with one entry, without a directory. */
export function zipBomb(name: string, mebibytes: number): Buffer {
  const content = deflated(mebibytes);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(0xffff_fffe, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), content]);
}
