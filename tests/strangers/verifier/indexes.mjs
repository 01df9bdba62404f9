// Section 14.7: the index tables, where they were handed over as well. They are compared, never believed.
import { hex, sha256 } from "./bytes.mjs";
import { encode, isBytes } from "./canon.mjs";

// Tables are lists of rows as they stand in the database, byte strings as "0x…".
const blob = (bytes) => (bytes === null ? null : `0x${hex(bytes)}`);

export function checkIndexes(walk, tables) {
  const places = [...recordRows(walk, tables), ...nodeRows(walk, tables.node)];
  if (!sameRows(headRow(walk), tables.head, walk.broken)) places.push(Infinity);
  if (places.length === 0) return;
  const lowest = Math.min(...places);
  walk.say("index_differs", lowest === Infinity ? null : lowest);
}

const sameRows = (expected, rows, broken) =>
  rows.length === expected.length &&
  rows.every((row, i) => JSON.stringify(broken === null ? row : row.slice(0, -1)) === JSON.stringify(expected[i]));

// [one, size, recorded_at, peaks]; peaks cannot be told behind a missing position.
function headRow({ end, tree, state, broken }) {
  const row = [1, end, state.recordedAt ?? 0];
  return [broken === null ? [...row, blob(encode(tree.peaks(tree.size)))] : row];
}

// Positions at which `record_index` or `decided` differs.
function* recordRows({ records }, { record_index: index, decided }) {
  const silent = new Set(records.filter(({ act }) => act === null).map(({ p }) => p));
  const rows = new Map();
  const digests = new Map();
  const decide = (digest, p) => digests.has(digest) || digests.set(digest, p);
  for (const { p, frame, digest, act } of records) {
    if (act === null) continue;
    const refused = act.type === "act_refused" && isBytes(act.data.act) ? sha256(act.data.act) : null;
    rows.set(p, [p, frame.recordedAt, act.type, act.by, blob(digest), blob(refused), act.cases.join("\n")]);
    decide(blob(digest), p);
    if (refused !== null) decide(blob(refused), p);
  }
  for (const row of index) {
    if (!silent.has(row[0]) && JSON.stringify(row) !== JSON.stringify(rows.get(row[0]))) yield row[0];
    rows.delete(row[0]);
  }
  yield* rows.keys();
  for (const [digest, p] of decided) {
    if (!silent.has(p) && digests.get(digest) !== p) yield Math.min(p, digests.get(digest) ?? Infinity);
    digests.delete(digest);
  }
  yield* digests.values();
}

// Positions of leaves that differ; Infinity for nodes of higher levels.
function* nodeRows({ tree, broken }, nodes) {
  const expected = new Map();
  const told = (level, number) => broken === null || (number + 1) * 2 ** level < broken;
  tree.levels().forEach((level, height) => {
    level.forEach((hash, number) => {
      if (told(height, number)) expected.set(`${height} ${number}`, blob(hash));
    });
  });
  const place = (level, number) => (level === 0 ? number + 1 : Infinity);
  for (const [level, number, hash] of nodes) {
    const name = `${level} ${number}`;
    if (told(level, number) && expected.get(name) !== hash) yield place(level, number);
    expected.delete(name);
  }
  for (const name of expected.keys()) yield place(...name.split(" ").map(Number));
}
