// Checks docs/vectors.json (section 18) with this verifier's own parts.
//
//   node vectors.mjs ../../../docs/vectors.json      prints {"checked": {group: number}, "wrong": [name, …]}
import { readFileSync } from "node:fs";
import { firstTime, readAnchor, Unreadable } from "./anchor.mjs";
import { readRecord } from "./act.mjs";
import { hex, sha256, unhex, utf8 } from "./bytes.mjs";
import { encode, tryDecode } from "./canon.mjs";
import { ACT, isGoodKey, keyId, pae, POP, verifies } from "./keys.mjs";
import { cosignedMessage, openNote, readNote, readVkey } from "./notes.mjs";
import { checkReceipt } from "./receipts.mjs";
import { consistent, included, leafHash, Tree } from "./tree.mjs";
import { commitment } from "./walk.mjs";

const vectors = JSON.parse(readFileSync(process.argv[2], "utf8"));
const checked = {};
const wrong = [];

function check(group, items, holds) {
  checked[group] = items.length;
  items.forEach((item, i) => {
    if (!holds(item, i)) wrong.push(`${group}: ${item.name ?? i}`);
  });
}

// A value in JSON: byte strings stand as {"hex": "…"}.
function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== "object" || value === null) return value;
  if (Object.keys(value).join() === "hex") return unhex(value.hex);
  return Object.assign(Object.create(null), Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, revived(one)]),
  ));
}

const { canonical, keys, acts, tree, checkpoints, anchor } = vectors;

check("canonical good", canonical.good, ({ value, bytes }) => {
  const decoded = tryDecode(unhex(bytes));
  return decoded !== undefined && hex(encode(decoded)) === bytes && hex(encode(revived(value))) === bytes;
});
check("canonical bad", canonical.bad, ({ bytes }) => tryDecode(unhex(bytes)) === undefined);

check("pae", vectors.pae, ({ type, body, result }) => hex(pae(type, unhex(body))) === result);

check("keys good", keys.good, ({ alg, spki, id }) =>
  isGoodKey(alg, unhex(spki)) && hex(keyId(alg, unhex(spki))) === id);
check("keys bad", keys.bad, ({ alg, spki }) => !isGoodKey(alg, unhex(spki)));

check("acts good", acts.good, (one) => {
  const read = readRecord(unhex(one.record));
  const bytes = encode(revived(one.value));
  return (
    read.codes.length === 0 && hex(bytes) === one.act && hex(read.digest) === one.digest &&
    hex(sha256(pae(ACT, bytes))) === one.message && hex(read.frame.sig) === one.sig &&
    read.frame.recordedAt === one.recorded_at && hex(leafHash(unhex(one.record))) === one.leaf
  );
});
check("acts bad", acts.bad, ({ record, code }) => readRecord(unhex(record)).codes.join() === code);

check("dsse", vectors.dsse, ({ record, text }) => {
  const { payload, payloadType } = JSON.parse(text);
  return payloadType === ACT && Buffer.from(payload, "base64").equals(readRecord(unhex(record)).frame.actBytes);
});

check("pop", vectors.pop, (one) => {
  const body = encode(Object.assign(Object.create(null), {
    key: unhex(one.key), ledger: one.ledger && unhex(one.ledger), origin: one.origin, person: one.person, use: one.use,
  }));
  const good = verifies(one.alg, unhex(one.spki), unhex(one.signature), pae(POP, body));
  return good && hex(body) === one.body && hex(keyId(one.alg, unhex(one.spki))) === one.key;
});

check("commitments", vectors.commitments, (one) => {
  const act = { by: one.by, id: unhex(one.id) };
  const made = commitment(unhex(one.ledger), act, one.field, unhex(one.salt), revived(one.value));
  return hex(made) === one.commitment && hex(sha256(unhex(one.bytes))) === one.commitment;
});

const grown = new Tree();
tree.leaves.forEach(({ bytes }) => grown.push(unhex(bytes)));
check("leaves", tree.leaves, ({ hash }, i) => hex(grown.node(0, i)) === hash);
check("roots", tree.roots, (root, size) => hex(grown.root(size)) === root);
check("inclusion", tree.inclusion, ({ index, size, path }) =>
  included(index, size, grown.node(0, index), path.map(unhex), grown.root(size)));
check("consistency", tree.consistency, (one) =>
  consistent(one.old, one.new, grown.root(one.old), grown.root(one.new), one.path.map(unhex)));

const known = checkpoints.keys.map(({ vkey }) => readVkey(vkey));
const nameOf = new Map(checkpoints.keys.map(({ name, vkey }) => [vkey, name]));
check("note keys", checkpoints.keys, ({ id, public: key }, i) => known[i].hash === id && hex(known[i].key) === key);
check("notes", checkpoints.notes, (one) => {
  const note = readNote(one.text);
  const opened = note && openNote(note, known);
  if (!opened || !one.opens) return !opened === !one.opens;
  const cosigned = {};
  for (const { key, time } of opened.cosigned) (cosigned[nameOf.get(key)] ??= []).push(Number(time));
  return (
    note.origin === one.origin && note.size === BigInt(one.size) && hex(note.root) === one.root &&
    opened.ledgerKeys.length > 0 === one.signed && JSON.stringify(cosigned) === JSON.stringify(one.cosigned)
  );
});
check("messages", [checkpoints], ({ message, cosigned_message: cosigned, notes: [first] }) => {
  const ours = readNote(first.text).message;
  return hex(utf8(ours)) === message && hex(cosignedMessage(cosigned.seconds, ours)) === cosigned.message;
});

check("receipts", vectors.receipts, ({ text, code }) => checkReceipt(text, known) === code);

const policy = readAnchor(anchor.text);
check("anchor", [anchor], ({ ledger, origin, normal }) =>
  policy.ledger === ledger && policy.origin === origin && readAnchor(normal).keys.length === policy.keys.length);
check("anchor satisfied", anchor.satisfied, ({ witnesses, quorum }) => {
  const times = new Map(checkpoints.keys.filter(({ name }) => witnesses.includes(name)).map(({ vkey }) => [vkey, 1n]));
  return firstTime(policy.quorum, times) !== null === quorum;
});
check("anchor unreadable", anchor.unreadable, ({ text }) => {
  try {
    readAnchor(text);
    return false;
  } catch (error) {
    return error instanceof Unreadable;
  }
});

process.stdout.write(JSON.stringify({ checked, wrong }) + "\n");
