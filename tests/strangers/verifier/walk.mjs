// Section 13: the walk. Each record is judged on what the records before it made; it never stops at a failure.
import { randomBytes } from "node:crypto";
import { hex, sha256 } from "./bytes.mjs";
import { readEnvelope, readRecord, touchesLife } from "./act.mjs";
import { Batches } from "./batches.mjs";
import { encode } from "./canon.mjs";
import { cancels, failure } from "./codes.mjs";
import { b32, isBytes, isInt, isList, isMap, isText, record } from "./forms.mjs";
import { foundingCodes, newKeyCodes } from "./founding.mjs";
import { ACT, pae, verifies } from "./keys.mjs";
import { State, takeEffect } from "./state.mjs";
import { Tree } from "./tree.mjs";
import { breachesTooLong, sorted } from "./types.mjs";

const NO_BYTES = Buffer.alloc(0); // not canonical either
const TERMS = ["origin", "tolerance", "witness_due", "checkpoint_keys"];

export class Walk {
  state = new State();
  tree = new Tree();
  failures = [];
  records = []; // what was read, in order, with its position
  end = 0;
  broken = null; // the first position that is missing or stands twice
  #anchors;
  #batches = new Batches();
  #otherHistory = false;

  constructor(anchors) {
    this.#anchors = anchors;
  }

  // Rows are pairs [position, bytes], by ascending position. `bytes` is null where the row holds something else.
  run(rows) {
    for (const [p, bytes] of rows) {
      if (!isInt(p) || p < 1) {
        this.say("gap_or_order", isInt(p) ? p : null);
        continue;
      }
      if (p !== this.end + 1) {
        const where = Math.min(p, this.end + 1);
        this.broken ??= where;
        this.say("gap_or_order", where);
      }
      this.#step(p, bytes ?? NO_BYTES);
      this.tree.push(bytes ?? randomBytes(32));
      this.end = p;
    }
    this.#batches.end();
    for (const p of this.#batches.positions()) this.say("batch_broken", p);
    if (this.records[0]?.p !== 1) this.say("other_ledger", 1);
    if (this.#anchors.length === 0) {
      for (const verdict of ["authenticity", "completeness", "time"]) this.say("no_anchor", null, verdict);
    }
    this.#doubts();
  }

  say(code, position, verdict = null) {
    this.failures.push(failure(code, position, verdict));
  }

  // 13.9: an act is looked up where its digest was first seen, and must be that record's own.
  find = (digest) => {
    const read = this.state.seen.get(hex(digest));
    return read?.act && read.digest.equals(digest) ? read.act : null;
  };

  #step(p, bytes) {
    const read = { p, ...readRecord(bytes) };
    const { act, frame, digest, type } = read;
    const data = type === null ? null : act.data;
    this.records.push(read);
    if (p === 1) this.#begin(read);
    // Record 1 is judged as though its own terms, keys, posts and duties were in force already.
    const founding = p === 1 && type !== null && act.type === "ledger_opened";
    const state = founding ? this.#asThough(data) : this.state;
    const c = { state, p, act, data, digest, frame, read, find: this.find };

    const codes = new Set(read.codes.filter((code) => code !== "unknown_type"));
    const add = (found) => found.forEach((code) => codes.add(code));
    if (frame !== null && this.state.recordedAt !== null && frame.recordedAt < this.state.recordedAt) {
      codes.add("clock_went_back");
    }
    add(this.#always(c));
    if (act !== null) {
      add(ledgerAndReplay(c));
      add(keyCodes(c));
      add(signatureAndPost(c));
      add(this.#timeAndHistory(c));
      add(basis(c));
      add(openings(c));
      if (read.codes.includes("unknown_type")) this.#unknownType(p, act.type);
    }
    if (type !== null) {
      if (founding) add(foundingCodes(act, data));
      if (!type.right(c)) codes.add("post_not_entitled");
      add((BY_TYPE[act.type] ?? (() => []))(c));
      const cases = type.cases(c);
      if (cases !== null && !sameTexts(act.cases, sorted(cases))) codes.add("cases_wrong");
    }
    this.#batches.next(p, act, frame?.recordedAt);
    for (const code of codes) this.say(code, p);

    if (frame !== null) {
      this.state.recordedAt = frame.recordedAt;
      this.state.remember(digest, read);
    }
    if (act !== null) this.state.pairs.add(pair(act));
    if (type !== null && ![...codes].some(cancels)) takeEffect({ ...c, state: this.state });
  }

  // What record 1 gives even if it fails: the ledger id, and its terms if it is well-formed.
  #begin({ digest, act, type, frame }) {
    this.state.ledger = digest;
    if (type === null || act.type !== "ledger_opened") return;
    this.state.openedAt = frame.recordedAt;
    for (const name of TERMS) this.state.terms[name] = act.data[name];
  }

  #asThough(data) {
    const state = new State();
    state.ledger = this.state.ledger;
    state.terms = this.state.terms;
    state.establish(data);
    return state;
  }

  // 13.4 a: every record, readable or not.
  #always({ state, p, act }) {
    const codes = [];
    if (p === 1) {
      const named = this.#anchors.every(
        (anchor) => anchor.ledger === (state.ledger && hex(state.ledger)) && anchor.origin === state.terms.origin,
      );
      if (this.state.openedAt === null || !named) codes.push("other_ledger");
    } else if (!this.state.founded) {
      if (act?.type !== "founding_accepted" || !this.state.awaited.has(act.by)) codes.push("founding_wrong");
    } else if (["ledger_opened", "founding_accepted"].includes(act?.type)) codes.push("founding_wrong");
    if (this.state.closed) codes.push("after_close");
    return codes;
  }

  // 13.7
  #timeAndHistory({ state, p, act, frame }) {
    const codes = [];
    const ahead = act.signed - frame.recordedAt;
    if (ahead > state.terms.tolerance) codes.push("signed_in_future");
    if (-ahead > state.terms.tolerance && act.late === null) codes.push("not_live");
    if (act.seen !== null && this.broken === null && !this.#otherHistory) {
      const [size, root] = act.seen;
      if (size >= p || !this.tree.root(size).equals(root)) {
        this.#otherHistory = true;
        codes.push("other_history");
      }
    }
    return codes;
  }

  // 13.12
  #unknownType(p, name) {
    const verdicts = touchesLife(name) ? ["authority", "authenticity", "completeness"] : ["authority"];
    for (const verdict of verdicts) this.say("unknown_type", p, verdict);
  }

  // 14.6
  #doubts() {
    for (const { p, act, digest } of this.records) {
      const key = act && this.state.key(act.key);
      if (!key || key.revoked === null || key.doubtfulFrom === null) continue;
      if (key.doubtfulFrom <= p && p <= key.revoked && !this.state.answered.has(hex(digest))) {
        this.say("key_doubtful", p);
      }
    }
  }
}

const pair = (act) => `${act.by} ${hex(act.id)}`;
const sameTexts = (a, b) => a.length === b.length && a.every((text, i) => text === b[i]);
const sameLedger = (a, b) => (a === null || b === null ? a === b : a.equals(b));

// 13.4 c
function ledgerAndReplay({ state, p, act, digest }) {
  const codes = [];
  if (!sameLedger(act.ledger, p === 1 ? null : state.ledger)) codes.push("wrong_ledger");
  if (state.seen.has(hex(digest))) codes.push("replayed_act");
  if (state.pairs.has(pair(act))) codes.push("replayed_id");
  return codes;
}

// 13.5: the first that applies.
function keyCodes({ state, p, act }) {
  const key = state.key(act.key);
  if (key === null) return ["key_not_enrolled"];
  if (key.person !== act.by) return ["key_of_another"];
  if (key.use !== (act.by === "machine" ? "machine" : "act")) return ["key_wrong_use"];
  const first = state.firstKey.get(act.by) === hex(act.key);
  const free = act.as === null && first && !state.hadPost.has(act.by);
  if (key.confirmed === null && !free) return ["key_not_confirmed"];
  if (key.revoked !== null && key.revoked < p) return ["key_revoked"];
  return [];
}

// 13.6
function signatureAndPost({ state, act, frame }) {
  const codes = [];
  const key = state.key(act.key);
  if (key !== null && !verifies(key.alg, key.spki, frame.sig, pae(ACT, frame.actBytes))) codes.push("bad_signature");
  if (act.as !== null && !state.holds(act.by, act.as)) codes.push("post_not_held");
  return codes;
}

// 13.9
const basis = ({ state, act }) =>
  act.basis.every((digest) => state.registered.has(hex(digest))) ? [] : ["dangling_reference"];
const keyThere = ({ state, data }) => (state.key(data.key) === null ? ["dangling_reference"] : []);
const actsThere = ({ data, find }) => (data.acts.every((digest) => find(digest)) ? [] : ["dangling_reference"]);

// 13.10
function refusal({ state, data }) {
  const codes = [];
  if (breachesTooLong(data.breaches)) codes.push("not_an_act");
  if (state.seen.has(hex(sha256(data.act)))) codes.push("replayed_act");
  const inner = readEnvelope(data.act);
  const key = inner && state.key(inner.key);
  const theirs =
    key && key.person === inner.by && sameLedger(inner.ledger, state.ledger) &&
    verifies(key.alg, key.spki, data.sig, pae(ACT, data.act));
  if (!theirs) codes.push("refusal_not_theirs");
  return codes;
}

const newKey = ({ state, data }) =>
  newKeyCodes(
    data,
    { ledger: state.ledger, origin: state.terms.origin, person: data.person, use: "act" },
    (id) => state.key(id) !== null,
  );

// What belongs to single types, besides who may sign and which cases they name.
const BY_TYPE = {
  key_enrolled: newKey,
  key_confirmed: keyThere,
  key_revoked: keyThere,
  acts_confirmed: actsThere,
  signature_repudiated: actsThere,
  acts_set_aside: actsThere,
  document_filed: ({ state, data }) => (state.part(data).wrong ? ["wrong_document"] : []),
  act_refused: refusal,
};

// 13.11. Any type may have a field `openings`, known or not.
const OPENING = record({ act: isBytes, field: isText, salt: b32, value: () => true });

function openings({ state, act, find }) {
  if (!("openings" in act.data)) return [];
  const all = act.data.openings;
  const good = isList(all) && all.every((one) => OPENING(one) && opens(one, find(one.act), state.ledger));
  return good ? [] : ["wrong_opening"];
}

const opens = (opening, act, ledger) =>
  act !== null && ledger !== null && isBytes(at(act.data, opening.field)) &&
  at(act.data, opening.field).equals(commitment(ledger, act, opening.field, opening.salt, opening.value));

// The value a dotted field leads to; undefined if it leads nowhere.
export function at(data, field) {
  return field.split(".").reduce((value, step) => {
    if (isMap(value)) return value[step];
    if (isList(value)) return /^(0|[1-9][0-9]*)$/.test(step) ? value[Number(step)] : undefined;
    return undefined;
  }, data);
}

export const commitment = (ledger, act, field, salt, value) =>
  sha256(encode(["review-ledger/commitment/1", ledger, act.by, act.id, field, salt, value]));

