// Bytes, hashes and the two spellings of bytes that the format uses in text.
import { createHash } from "node:crypto";

export function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export const hex = (bytes) => bytes.toString("hex");
export const unhex = (text) => Buffer.from(text, "hex");
export const utf8 = (text) => Buffer.from(text, "utf8");
export const same = (a, b) => Buffer.compare(a, b) === 0;

// A text that came out of UTF-8 has no lone surrogates; one that came out of JSON may have.
export const isUnicode = (text) => !/\p{Surrogate}/u.test(text);

// Standard alphabet, padding, unused bits zero: it must come back when it is encoded again.
export function fromBase64(text) {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

// Big-endian bytes as a number of any length.
export const number = (bytes) => BigInt("0x" + (hex(bytes) || "0"));
