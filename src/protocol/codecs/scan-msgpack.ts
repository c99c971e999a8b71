import { isUtf8 } from "node:buffer";
import type { MessageCount } from "./message-count.ts";

/**
 * Checks that a frame is one value of plain MessagePack (nil, booleans, integers, floats, texts,
 * binaries, arrays, and maps whose keys are texts), whole and with nothing behind it, and counts what
 * it holds: in time linear in the frame, without building anything.
 * @returns where binaries begin that are texts in UTF-8
 * @throws SyntaxError that says what is wrong
 */
export function scanMessagePack(frame: Buffer, count: MessageCount): number[] {
  const texts: number[] = [];
  /** The values that are still to come in each open array or map, outermost first. */
  const open: { isMap: boolean; left: number }[] = [];
  let at = 0;

  /** Reads the unsigned integer of so many bytes that says how long the value is. */
  const readLength = (bytes: number): number => {
    if (at + bytes > frame.length) throw truncated();
    const length = frame.readUIntBE(at, bytes);
    at += bytes;
    return length;
  };
  const skip = (bytes: number): void => {
    at += bytes;
    if (at > frame.length) throw truncated();
  };
  const enter = (isMap: boolean, size: number): void => {
    count.nesting(open.length + 1);
    open.push({ isMap, left: isMap ? 2 * size : size });
  };

  do {
    const parent = open.at(-1);
    const isKey = parent?.isMap === true && parent.left % 2 === 0;
    if (parent !== undefined) parent.left--;
    if (at >= frame.length) throw truncated();
    const start = at;
    const type = frame[at++];
    if (isKey) {
      if (!isText(type)) throw new SyntaxError("a key that is not a string");
      count.key();
    } else count.value();

    if (type <= 0x7f || type >= 0xe0)
      skip(0); // an integer within its byte
    else if (type <= 0x8f) enter(true, type & 0x0f);
    else if (type <= 0x9f) enter(false, type & 0x0f);
    else if (type <= 0xbf) skip(type & 0x1f);
    else if (type >= 0xc4 && type <= 0xc6) {
      const length = readLength(1 << (type - 0xc4));
      skip(length);
      if (isUtf8(frame.subarray(at - length, at))) texts.push(start);
    } else if (type >= 0xd9 && type <= 0xdb) skip(readLength(1 << (type - 0xd9)));
    else if (type === 0xdc || type === 0xdd) enter(false, readLength(type === 0xdc ? 2 : 4));
    else if (type === 0xde || type === 0xdf) enter(true, readLength(type === 0xde ? 2 : 4));
    else {
      const size = FIXED_SIZES[type];
      if (size === undefined) throw new SyntaxError(`a value of the type 0x${type.toString(16)}`);
      skip(size);
    }
    while (open.at(-1)?.left === 0) open.pop();
  } while (open.length > 0);

  if (at < frame.length) throw new SyntaxError(`${frame.length - at} bytes after the value`);
  return texts;
}

/** Bytes of the values whose type says their size. Extensions, and the unused 0xc1, are missing. */
const FIXED_SIZES: Readonly<Partial<Record<number, number>>> = {
  192: 0, // nil
  194: 0, // false
  195: 0, // true
  202: 4, // float 32
  203: 8, // float 64
  204: 1, // uint 8 to 64
  205: 2,
  206: 4,
  207: 8,
  208: 1, // int 8 to 64
  209: 2,
  210: 4,
  211: 8,
};

function isText(type: number): boolean {
  return (type >= 0xa0 && type <= 0xbf) || (type >= 0xd9 && type <= 0xdb);
}

function truncated(): SyntaxError {
  return new SyntaxError("the frame ends within a value");
}
