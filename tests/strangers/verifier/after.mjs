// Section 14: what only the end of the walk can tell. Checkpoints, witnesses, coverage.
import { unhex } from "./bytes.mjs";
import { firstTime, latestTime } from "./anchor.mjs";
import { openNote, readNote, readVkey } from "./notes.mjs";

const micros = (seconds) => BigInt(seconds) * 1_000_000n;

// Rows of `checkpoint` are [size, note]; other notes and typed-in roots may be added.
export function checkCheckpoints(walk, anchors, { rows, notes, roots }, asOf) {
  const say = (code, position, verdict) => walk.say(code, position, verdict);
  const origin = walk.state.openedAt !== null ? walk.state.terms.origin : (anchors[0]?.origin ?? null);
  const known = anchors.length > 0 ? anchors.flatMap((anchor) => anchor.keys) : ownKeys(walk);

  const usable = [];
  for (const [size, text] of [...rows, ...notes.map((note) => [null, note])]) {
    const note = readNote(text);
    const opened = note && openNote(note, known);
    if (!opened || note.origin !== origin) {
      say("bad_checkpoint", null);
      continue;
    }
    const signed = opened.ledgerKeys.length > 0;
    if (!signed || (size !== null && String(size) !== String(note.size))) say("bad_checkpoint", null);
    // What only a witness of an anchor stands behind is compared, and used for nothing else.
    if (signed || (anchors.length > 0 && opened.cosigned.length > 0)) usable.push({ ...note, signed, cosigned: opened.cosigned });
  }
  const typed = roots.map(([size, root]) => ({ size: BigInt(size), root: unhex(root), signed: false, cosigned: [] }));
  const good = compare(walk, [...usable, ...typed], say);

  if (anchors.length === 0) return;
  const quorums = anchors.map((anchor) => anchor.quorum).filter((quorum) => quorum !== null);
  if (quorums.length === 0) {
    for (const verdict of ["completeness", "time"]) say("no_witness", null, verdict);
    return;
  }
  const published = [...good.values()].map((c) => times(c, quorums)).filter((c) => c.first !== null);
  witnessTimes(walk, published, say);
  coverage(walk, published, say, asOf);
}

// Without an anchor the ledger's own word must do.
const ownKeys = (walk) =>
  walk.state.terms.checkpoint_keys.map(readVkey).filter((key) => key !== null);

// 14.2. Gives the good checkpoints by size.
function compare(walk, all, say) {
  const agrees = [];
  const differs = [];
  for (const one of all) {
    if (one.size > BigInt(walk.end)) say("tail_missing", walk.end + 1);
    else if (walk.broken !== null && one.size >= BigInt(walk.broken)) continue;
    else if (walk.tree.root(Number(one.size)).equals(one.root)) agrees.push(one);
    else differs.push(Number(one.size));
  }
  const sizes = agrees.map((one) => Number(one.size));
  if (differs.length > 0) {
    const b = Math.min(...differs);
    say("root_differs", sizes.some((size) => size >= b) ? b : Math.max(0, ...sizes) + 1);
  }
  const good = new Map();
  for (const one of agrees.filter((note) => note.signed)) {
    const size = Number(one.size);
    good.set(size, { size, cosigned: [...(good.get(size)?.cosigned ?? []), ...one.cosigned] });
  }
  return good;
}

const least = (values) => values.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
const most = (values) => values.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

// 14.3: the first and the latest moment at which a quorum stood behind a checkpoint, in seconds.
function times({ size, cosigned }, quorums) {
  const earliest = new Map();
  const latest = new Map();
  for (const { key, time } of cosigned) {
    earliest.set(key, least([earliest.get(key) ?? null, time]));
    latest.set(key, most([latest.get(key) ?? null, time]));
  }
  return {
    size,
    first: least(quorums.map((quorum) => firstTime(quorum, earliest))),
    latest: most(quorums.map((quorum) => latestTime(quorum, latest))),
  };
}

function witnessTimes(walk, published, say) {
  const running = new Set();
  const run = (code, applies, p) => {
    if (applies && !running.has(code)) say(code, p);
    if (applies) running.add(code);
    else running.delete(code);
  };
  const { tolerance, witness_due: due } = walk.state.terms;
  let last = 0;
  for (const { p, frame } of walk.records) {
    if (p > last + 1) running.clear(); // after a missing position: not consecutive
    last = p;
    if (frame === null) continue;
    const w = least(published.filter((c) => c.size >= p).map((c) => c.first));
    const recorded = BigInt(frame.recordedAt);
    run("after_its_witness", w !== null && recorded > micros(w) + BigInt(tolerance), p);
    run("witnessed_late", w !== null && micros(w) > recorded + BigInt(due), p);
  }
}

// 14.4: is the end covered, and is it fresh?
function coverage(walk, published, say, asOf) {
  const newest = published.reduce((a, c) => (c.size >= (a?.size ?? 0) ? c : a), null);
  const n = newest?.size ?? 0;
  if (n < walk.end) say("tail_not_witnessed", n + 1);
  // Without a published checkpoint: since the beginning, and where that is not known, since ever.
  const { openedAt } = walk.state;
  const t = newest ? micros(newest.latest) : openedAt === null ? null : BigInt(openedAt);
  const due = BigInt(walk.state.terms.witness_due);
  if ((t === null || BigInt(asOf) > t + due) && !walk.state.closed) say("stale", null);
}
