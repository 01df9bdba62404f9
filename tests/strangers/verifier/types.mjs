// Section 7: the types of the ledger's own life. For each: the form of its data, who may sign it, which cases it
// names (null: free), and which of its fields are commitments.
//
// A right and a list of cases are asked with `c`: {state, act, data, find}, where find(digest) gives the envelope of
// an earlier record's own act, or null.
import { encode, isMap, tryDecode } from "./canon.mjs";
import {
  any, ascends, b16, b32, between, either, isAt, isBytes, isCase, isCode, isDay, isId, isInt, isPost,
  isText, list, nil, oneOf, record, rising, tuple, upTo,
} from "./forms.mjs";
import { ALGORITHMS } from "./keys.mjs";

export const DUTIES = ["confirming", "custodian", "office", "oversight", "registrar"];
const GUARDED = ["confirming", "oversight", "registrar"];
const REGISTRY = "registry:ledger";

const alg = oneOf(...ALGORITHMS);
const keyobj = { alg, pop: isBytes, spki: isBytes };
const acts = rising(b32, 0, 1000);

// ---------------------------------------------------------------- who may sign

// D:x — a holder, acting in it, of a post that stands under duty x.
const under = (duty) => ({ state, act }) =>
  act.as !== null && state.holds(act.by, act.as) && (state.duties[duty] ?? []).includes(act.as);
const D = Object.fromEntries(DUTIES.map((duty) => [duty, under(duty)]));

// "with `as` nil or any post held"
const actsFreely = ({ state, act }) => act.as === null || state.holds(act.by, act.as);
const machine = ({ act }) => act.by === "machine";
const person = (right) => (c) => !machine(c) && right(c);

// Where one of the acts is not there, the condition counts as met: the missing reference is what is reported.
const authors = (digests, { find }) => digests.map((digest) => find(digest)?.by);
const wroteAll = (digests, c) => {
  const all = authors(digests, c);
  return all.includes(undefined) || all.every((by) => by === c.act.by);
};

const isGuarded = ({ state, data }) => GUARDED.some((duty) => (state.duties[duty] ?? []).includes(data.post));
const mayAssign = (c) => (isGuarded(c) ? D.confirming(c) && c.data.person !== c.act.by : D.registrar(c));

function mayConfirm(c) {
  const key = c.state.key(c.data.key);
  return D.confirming(c) && (key === null || (key.person !== c.act.by && key.enroller !== c.act.by));
}

function mayChangeDuties(c) {
  const { state, act, data } = c;
  if (!D.oversight(c)) return false;
  if (!GUARDED.includes(data.duty)) return true;
  const added = data.posts.filter((post) => !(state.duties[data.duty] ?? []).includes(post));
  return !added.some((post) => state.holds(act.by, post));
}

// ---------------------------------------------------------------- which cases

export const sorted = (cases) => [...new Set(cases)].sort(); // ASCII, so by bytes
const registry = () => [REGISTRY];
const ofPerson = ({ data }) => [`person:${data.person}`];
const ofOwner = ({ state, data }) => {
  const key = state.key(data.key);
  return key === null ? null : [`person:${key.person}`];
};
const ofAuthors = (c) => {
  const all = authors(c.data.acts, c);
  return all.includes(undefined) ? null : all.map((by) => `person:${by}`);
};
const ofFounding = ({ data }) => [
  REGISTRY,
  ...[...data.founders, ...data.recovery.keys].map((one) => `person:${one.person}`),
];
const ofRefused = ({ data }) => {
  const inner = tryDecode(data.act);
  return isMap(inner) && isText(inner.by) ? [`person:${inner.by}`] : null;
};
const free = () => null;

// ---------------------------------------------------------------- the tables

const breach = record({
  article: either(nil, isText),
  code: isText,
  facts: (value) => list(tuple(isText, isText))(value) && ascends(value, (pair) => pair[0]),
  positions: rising(isInt),
  rule: either(nil, isText),
});
export const breachesTooLong = (breaches) => encode(breaches).length > 12000;

const type = (fields, right, cases, committed = []) => ({ form: record(fields), right, cases, committed });

export const TYPES = {
  ledger_opened: type({
    authority: isText,
    checkpoint_keys: list(isText),
    checkpoint_proofs: list(isText),
    duties: record(Object.fromEntries(DUTIES.map((duty) => [duty, rising(isPost)]))),
    engine: isInt,
    founders: list(record({ ...keyobj, person: isId, post: isPost })),
    kind: oneOf("live", "imported", "rehearsal"),
    machine: record(keyobj),
    nonce: b16,
    origin: isText,
    predecessor: either(nil, record({
      ledger: b32, lost: either(nil, tuple(isInt, b32)), root: b32, size: isInt,
    })),
    recovery: record({ k: isInt, keys: list(record({ ...keyobj, person: isId })) }),
    tolerance: between(1_000_000, 3_600_000_000),
    witness_due: between(600_000_000, 777_600_000_000),
  }, person(any), ofFounding), // the founding itself is the judge

  founding_accepted: type({}, person(any), ({ act }) => [`person:${act.by}`, REGISTRY]),

  key_enrolled: type({ alg, person: isId, pop: isBytes, spki: isBytes }, person(D.registrar), ofPerson),

  key_confirmed: type({ key: b32 }, person(mayConfirm), ofOwner),

  key_revoked: type(
    { doubtful_from: either(nil, isInt), key: b32, reason: oneOf("lost", "stolen", "left", "replaced", "other") },
    person((c) => D.registrar(c) || D.confirming(c) || (c.data.key.equals(c.act.key) && actsFreely(c))),
    ofOwner,
  ),

  post_assigned: type({ person: isId, post: isPost }, person(mayAssign), ofPerson),

  post_ended: type(
    { person: isId, post: isPost, reason: isCode },
    person((c) => mayAssign(c) || (c.data.person === c.act.by && actsFreely(c))),
    ofPerson,
  ),

  duties_changed: type(
    { duty: oneOf(...DUTIES), posts: rising(isPost, 1), reason: b32 }, person(mayChangeDuties), registry, ["reason"],
  ),

  acts_confirmed: type({ acts }, person((c) => wroteAll(c.data.acts, c)), ofAuthors),

  signature_repudiated: type(
    { acts, reason: b32 }, person((c) => wroteAll(c.data.acts, c)), ofAuthors, ["reason"],
  ),

  acts_set_aside: type({ acts, ground: isCode }, person(D.oversight), ofAuthors),

  document_filed: type(
    { bytes: upTo(45000), document: b32, part: between(1, 4096), parts: between(1, 4096) },
    person((c) => D.office(c) || D.registrar(c)), registry,
  ),

  document_registered: type({
    date: either(nil, isDay), file: b32, how: isCode, issuer: isText, kind: oneOf("original", "copy"),
    number: either(nil, b32), received: isAt,
  }, person(D.office), free, ["file", "number"]),

  act_refused: type(
    { act: isBytes, breaches: list(breach), more: isInt, sig: isBytes }, machine, ofRefused,
  ),

  refusals_throttled: type({ count: isInt, day: isDay, first: b32, person: isId }, machine, ofPerson),

  vault_read: type({ case: isCase, fields: rising(isText), purpose: isCode, reader: isId }, machine, free),

  commitment_opened: type(
    { openings: list(record({ act: b32, field: isText, salt: b32, value: any })) },
    person((c) => {
      const named = c.data.openings.map((opening) => opening.act);
      return wroteAll(named, c) || (D.custodian(c) && c.act.basis.length > 0);
    }),
    free,
  ),

  ledger_closed: type({ reason: isCode, successor: either(nil, isText) }, person(D.oversight), registry),
};
