// Section 14.7: the index tables, where they were handed over as well. They are compared, never believed.
import { hex, sha256 } from "./bytes.mjs";
import { encode, isBytes } from "./canon.mjs";

// Tables are lists of rows as they stand in the database, byte strings as "0x…"; null: cannot be read.
const blob = (bytes) => (bytes === null ? null : `0x${hex(bytes)}`);

export function checkIndexes(walk, tables) {
  const places = [...indexRows(walk, tables.record_index), ...decidedRows(walk, tables.decided)];
  places.push(...nodeRows(walk, tables.node));
  if (!sameRows(headRow(walk), tables.head, walk.broken)) places.push(Infinity);
  if (places.length === 0) return;
  const lowest = Math.min(...places);
  walk.say("index_differs", lowest === Infinity ? null : lowest);
}

// [one, size, recorded_at, peaks]; peaks cannot be told behind a missing position.
function headRow({ end, tree, state, broken }) {
  const row = [1, end, state.recordedAt ?? 0];
  return [broken === null ? [...row, blob(encode(tree.peaks(tree.size)))] : row];
}

const sameRows = (expected, rows, broken) =>
  rows !== null && rows.length === expected.length &&
  rows.every((row, i) => JSON.stringify(broken === null ? row : row.slice(0, -1)) === JSON.stringify(expected[i]));

// Rows about these are not compared: no good envelope, or a refusal without bytes inside.
const isSilent = ({ act }) => act === null || (act.type === "act_refused" && !isBytes(act.data.act));
const silentPlaces = ({ records }) => new Set(records.filter(isSilent).map(({ p }) => p));
const inner = (act) => (act.type === "act_refused" ? sha256(act.data.act) : null);

// Positions at which `record_index` differs.
function* indexRows(walk, table) {
  if (table === null) return yield 1;
  const silent = silentPlaces(walk);
  const expected = new Map();
  for (const read of walk.records) {
    if (isSilent(read)) continue;
    const { p, frame, digest, act } = read;
    const cases = act.cases.join("\n");
    expected.set(p, [p, frame.recordedAt, act.type, act.by, blob(digest), blob(inner(act)), cases]);
  }
  for (const row of table) {
    if (!silent.has(row[0]) && JSON.stringify(row) !== JSON.stringify(expected.get(row[0]))) yield row[0];
    expected.delete(row[0]);
  }
  yield* expected.keys();
}

// Positions that rows of `decided` name, or should name. Digests of what is no act are not compared.
function* decidedRows(walk, table) {
  if (table === null) return yield 1;
  const silent = silentPlaces(walk);
  const loose = new Set(walk.records.filter(isSilent).map(({ digest }) => blob(digest)));
  const expected = new Map();
  for (const read of walk.records) {
    if (isSilent(read)) continue;
    for (const digest of [blob(read.digest), blob(inner(read.act))]) {
      if (digest !== null && !loose.has(digest) && !expected.has(digest)) expected.set(digest, read.p);
    }
  }
  for (const [digest, p] of table) {
    if (silent.has(p) || loose.has(digest)) continue;
    if (expected.get(digest) !== p) yield Math.min(p, expected.get(digest) ?? Infinity);
    expected.delete(digest);
  }
  yield* expected.values();
}

// Positions of leaves that differ; Infinity for nodes of higher levels.
function* nodeRows({ tree, broken }, nodes) {
  if (nodes === null) return yield 1;
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
