// Sections 10.1 and 10.2: C2SP keys, signed notes and cosignatures.
import { fromBase64, isUnicode, sha256, utf8 } from "./bytes.mjs";
import { goodEd25519Point, verifiesRaw } from "./keys.mjs";
import { EMPTY_ROOT } from "./tree.mjs";

export const LEDGER = 1;
export const WITNESS = 4;
const MOST = 2n ** 63n - 1n;

const isName = (text) => text !== "" && !/[+\p{White_Space}\u0000-\u001f]/u.test(text) && isUnicode(text);

// {text, name, hash, type, key}, or null where it cannot be read.
export function readVkey(text) {
  const [, name, hash, base64] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text) ?? [];
  if (name === undefined || !isName(name) || !/^[0-9a-f]{8}$/.test(hash)) return null;
  const bytes = fromBase64(base64);
  if (bytes === null || bytes.length !== 33 || ![LEDGER, WITNESS].includes(bytes[0])) return null;
  const id = sha256(utf8(name), Buffer.from([0x0a]), bytes).subarray(0, 4).toString("hex");
  if (id !== hash || !goodEd25519Point(bytes.subarray(1))) return null;
  return { text, name, hash, type: bytes[0], key: bytes.subarray(1) };
}

// A decimal number without leading zeros, not above 2⁶³−1, or null.
export function readDecimal(text) {
  if (!/^(0|[1-9][0-9]*)$/.test(text)) return null;
  return BigInt(text) <= MOST ? BigInt(text) : null;
}

// Only LF below U+0020, a LF at the end, not too long.
export const isPlain = (text, limit) =>
  isUnicode(text) && utf8(text).length <= limit && !/[\u0000-\u0009\u000b-\u001f]/.test(text) && text.endsWith("\n");

// {origin, size, root, message, lines: [{name, hash, sig}]}, or null: no checkpoint.
export function readNote(text) {
  if (!isPlain(text, 65536)) return null;
  const lines = text.slice(0, -1).split("\n");
  const [origin, sizeText, rootText, empty, ...signatures] = lines;
  if (empty !== "" || lines.filter((line) => line === "").length !== 1) return null;
  if (signatures.length < 1 || signatures.length > 100 || !isName(origin)) return null;
  const size = readDecimal(sizeText);
  const root = fromBase64(rootText);
  if (size === null || root === null || root.length !== 32) return null;
  if (size === 0n && !root.equals(EMPTY_ROOT)) return null;
  const read = signatures.map(readSignature);
  if (read.includes(null)) return null;
  return { origin, size, root, message: `${origin}\n${sizeText}\n${rootText}\n`, lines: read };
}

function readSignature(line) {
  const parts = line.split(" ");
  if (parts.length !== 3 || parts[0] !== "\u2014" || !isName(parts[1])) return null;
  const blob = fromBase64(parts[2]);
  if (blob === null || blob.length < 5) return null;
  return { name: parts[1], hash: blob.subarray(0, 4).toString("hex"), sig: blob.subarray(4) };
}

export const cosignedMessage = (time, message) => utf8(`cosignature/v1\ntime ${time}\n${message}`);

// The time of a good cosignature, true for a good ledger signature, null for a wrong one.
function check(key, sig, message) {
  if (key.type === LEDGER) return verifiesRaw(key.key, sig, utf8(message)) ? true : null;
  if (sig.length !== 72) return null;
  const time = sig.readBigUInt64BE();
  const good = verifiesRaw(key.key, sig.subarray(8), cosignedMessage(time, message));
  return time <= MOST && good ? time : null;
}

// {ledgerKeys: [vkey…], cosigned: [{key, time}…]}, or null where the note is spoiled.
export function openNote(note, known) {
  const opened = { ledgerKeys: [], cosigned: [] };
  for (const line of note.lines) {
    const candidates = known.filter(
      (key) =>
        key.name === line.name && key.hash === line.hash && (key.type === WITNESS || key.name === note.origin),
    );
    if (candidates.length === 0) continue;
    const good = candidates
      .map((key) => ({ key, time: check(key, line.sig, note.message) }))
      .filter(({ time }) => time !== null);
    if (good.length === 0) return null;
    for (const { key, time } of good) {
      if (key.type === LEDGER) opened.ledgerKeys.push(key.text);
      else opened.cosigned.push({ key: key.text, time });
    }
  }
  return opened;
}
