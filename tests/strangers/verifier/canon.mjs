// Section 1: canonical bytes. A subset of msgpack in which every value has exactly one encoding.
//
// nil, booleans, integers, texts and arrays are JavaScript's own; byte strings are Buffers;
// maps are objects without a prototype (so that a key like "constructor" is nothing special).
import { utf8 } from "./bytes.mjs";

export class NotCanonical extends Error {}

const MAX_DEPTH = 16;
const KEY = /^[a-z][a-z0-9_]*$/;
const TEXT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const isInt = (value) => typeof value === "number" && Number.isSafeInteger(value);
export const isText = (value) => typeof value === "string";
export const isBytes = (value) => Buffer.isBuffer(value);
export const isList = (value) => Array.isArray(value);
export const isMap = (value) =>
  typeof value === "object" && value !== null && !isBytes(value) && !isList(value);

// ---------------------------------------------------------------- reading

// The decoder accepts the one right spelling only, so nothing has to be encoded again to be compared.
export function decode(bytes) {
  const input = { bytes, at: 0 };
  const value = item(input, 1);
  if (input.at !== bytes.length) throw new NotCanonical("bytes after the value");
  return value;
}

// The value, or undefined where the bytes are not canonical.
export function tryDecode(bytes) {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

function take(input, length) {
  if (input.at + length > input.bytes.length) throw new NotCanonical("the bytes end too early");
  input.at += length;
  return input.bytes.subarray(input.at - length, input.at);
}

// A big-endian number of 1, 2, 4 or 8 bytes that would not have fitted into the next smaller spelling.
function unsigned(input, width, least) {
  const bytes = take(input, width);
  const value = width === 8 ? Number(bytes.readBigUInt64BE()) : bytes.readUIntBE(0, width);
  if (value < least || value > Number.MAX_SAFE_INTEGER) throw new NotCanonical("integer or length");
  return value;
}

function negative(input, width, most) {
  const bytes = take(input, width);
  const value = width === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, width);
  if (value > most || value < -Number.MAX_SAFE_INTEGER) throw new NotCanonical("integer");
  return value;
}

function item(input, depth) {
  const head = take(input, 1)[0];
  if (head <= 0x7f) return head;
  if (head >= 0xe0) return head - 0x100;
  if (head <= 0x8f) return map(input, head & 0x0f, depth);
  if (head <= 0x9f) return list(input, head & 0x0f, depth);
  if (head <= 0xbf) return text(input, head & 0x1f);
  switch (head) {
    case 0xc0: return null;
    case 0xc2: return false;
    case 0xc3: return true;
    case 0xc4: return take(input, unsigned(input, 1, 0));
    case 0xc5: return take(input, unsigned(input, 2, 0x100));
    case 0xc6: return take(input, unsigned(input, 4, 0x10000));
    case 0xcc: return unsigned(input, 1, 0x80);
    case 0xcd: return unsigned(input, 2, 0x100);
    case 0xce: return unsigned(input, 4, 0x10000);
    case 0xcf: return unsigned(input, 8, 0x100000000);
    case 0xd0: return negative(input, 1, -33);
    case 0xd1: return negative(input, 2, -0x81);
    case 0xd2: return negative(input, 4, -0x8001);
    case 0xd3: return negative(input, 8, -0x80000001);
    case 0xd9: return text(input, unsigned(input, 1, 32));
    case 0xda: return text(input, unsigned(input, 2, 0x100));
    case 0xdb: return text(input, unsigned(input, 4, 0x10000));
    case 0xdc: return list(input, unsigned(input, 2, 16), depth);
    case 0xdd: return list(input, unsigned(input, 4, 0x10000), depth);
    case 0xde: return map(input, unsigned(input, 2, 16), depth);
    case 0xdf: return map(input, unsigned(input, 4, 0x10000), depth);
    default: throw new NotCanonical("a kind of value that is not allowed");
  }
}

function text(input, length) {
  const bytes = take(input, length);
  try {
    return TEXT.decode(bytes);
  } catch {
    throw new NotCanonical("not UTF-8");
  }
}

function list(input, length, depth) {
  if (depth > MAX_DEPTH) throw new NotCanonical("too deep");
  const items = [];
  for (let i = 0; i < length; i++) items.push(item(input, depth + 1));
  return items;
}

function map(input, length, depth) {
  if (depth > MAX_DEPTH) throw new NotCanonical("too deep");
  const pairs = Object.create(null);
  let last = "";
  for (let i = 0; i < length; i++) {
    const key = item(input, depth + 1);
    // Keys are ASCII here, so comparing them as text compares their bytes.
    if (!isText(key) || !KEY.test(key) || key <= last) throw new NotCanonical("map key");
    pairs[key] = item(input, depth + 1);
    last = key;
  }
  return pairs;
}

// ---------------------------------------------------------------- writing

export function encode(value) {
  const parts = [];
  write(value, parts, 1);
  return Buffer.concat(parts);
}

function head(parts, code, width, value) {
  const bytes = Buffer.alloc(1 + width);
  bytes[0] = code;
  if (width === 8) bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)), 1);
  else if (value >= 0) bytes.writeUIntBE(value, 1, width);
  else bytes.writeIntBE(value, 1, width);
  parts.push(bytes);
}

// The shortest head for a length; `small` is the largest that fits into the head byte itself.
function sized(parts, length, small, base, codes) {
  const [one, two, four] = codes;
  if (length <= small) parts.push(Buffer.from([base + length]));
  else if (one && length <= 0xff) head(parts, one, 1, length);
  else if (length <= 0xffff) head(parts, two, 2, length);
  else head(parts, four, 4, length);
}

function integer(parts, n) {
  if (n >= -32 && n <= 0x7f) parts.push(Buffer.from([n & 0xff]));
  else if (n >= 0) {
    if (n <= 0xff) head(parts, 0xcc, 1, n);
    else if (n <= 0xffff) head(parts, 0xcd, 2, n);
    else if (n <= 0xffffffff) head(parts, 0xce, 4, n);
    else head(parts, 0xcf, 8, n);
  } else if (n >= -0x80) head(parts, 0xd0, 1, n);
  else if (n >= -0x8000) head(parts, 0xd1, 2, n);
  else if (n >= -0x80000000) head(parts, 0xd2, 4, n);
  else head(parts, 0xd3, 8, n);
}

function write(value, parts, depth) {
  if (value === null) parts.push(Buffer.from([0xc0]));
  else if (value === false) parts.push(Buffer.from([0xc2]));
  else if (value === true) parts.push(Buffer.from([0xc3]));
  else if (isInt(value)) integer(parts, value);
  else if (isText(value)) {
    const bytes = utf8(value);
    sized(parts, bytes.length, 31, 0xa0, [0xd9, 0xda, 0xdb]);
    parts.push(bytes);
  } else if (isBytes(value)) {
    sized(parts, value.length, -1, 0, [0xc4, 0xc5, 0xc6]);
    parts.push(value);
  } else if (depth > MAX_DEPTH) throw new NotCanonical("too deep");
  else if (isList(value)) {
    sized(parts, value.length, 15, 0x90, [0, 0xdc, 0xdd]);
    for (const one of value) write(one, parts, depth + 1);
  } else if (isMap(value)) {
    const keys = Object.keys(value).sort();
    sized(parts, keys.length, 15, 0x80, [0, 0xde, 0xdf]);
    for (const key of keys) {
      if (!KEY.test(key)) throw new NotCanonical("map key");
      write(key, parts, depth + 1);
      write(value[key], parts, depth + 1);
    }
  } else throw new NotCanonical("a kind of value that is not allowed");
}
