// Section 10.3: a receipt proves that whoever signed the checkpoint had this record at this position.
import { fromBase64 } from "./bytes.mjs";
import { isPlain, openNote, readDecimal, readNote } from "./notes.mjs";
import { included, leafHash } from "./tree.mjs";

// {record, index, path, note}, or null where the text is no receipt; note is null where it is no checkpoint.
export function readReceipt(text) {
  if (!isPlain(text, 196608)) return null;
  const end = text.indexOf("\n\n");
  if (end < 0) return null;
  const [first, extra, index, ...path] = text.slice(0, end).split("\n");
  if (first !== "c2sp.org/tlog-proof@v1" || !extra?.startsWith("extra ") || !index?.startsWith("index ")) return null;
  const record = fromBase64(extra.slice(6));
  const place = readDecimal(index.slice(6));
  const hashes = path.map(fromBase64);
  if (record === null || record.length === 0 || place === null) return null;
  if (hashes.length > 64 || hashes.some((hash) => hash?.length !== 32)) return null;
  return { record, index: place, path: hashes, note: readNote(text.slice(end + 2)) };
}

// null if it is good, otherwise what is wrong.
export function checkReceipt(text, known) {
  const receipt = readReceipt(text);
  if (receipt === null) return "receipt_unreadable";
  const opened = receipt.note && openNote(receipt.note, known);
  if (!opened || opened.ledgerKeys.length === 0) return "bad_checkpoint";
  const { record, index, path, note } = receipt;
  const whole = index < note.size && included(Number(index), Number(note.size), leafHash(record), path, note.root);
  return whole ? null : "receipt_wrong";
}
