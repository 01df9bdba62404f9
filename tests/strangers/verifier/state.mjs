// Section 13.2: what the walk remembers; section 13.13: what a record that takes effect changes.
import { hex, sha256 } from "./bytes.mjs";
import { keyId } from "./keys.mjs";

const MINUTE = 60_000_000;

export class State {
  ledger = null;
  terms = { origin: null, tolerance: 15 * MINUTE, witness_due: 2 * 24 * 60 * MINUTE, checkpoint_keys: [] };
  openedAt = null; // when record 1 was taken in, if it is a known ledger_opened, whether or not it took effect
  recordedAt = null;
  founded = false;
  awaited = new Set();
  closed = false;
  keys = new Map(); // key id → {alg, spki, person, use, enroller, confirmed, revoked, doubtfulFrom}
  firstKey = new Map(); // person → key id
  posts = new Map(); // person → posts held now
  hadPost = new Set();
  duties = {};
  documents = new Map(); // hash of the whole → {parts, stored: Map(part → bytes)}
  registered = new Set(); // digests of document_registered acts
  answered = new Set();
  seen = new Map(); // digest → what was read of the record in which it was first seen
  pairs = new Set(); // by and id

  key(id) {
    return this.keys.get(hex(id)) ?? null;
  }

  holds(person, post) {
    return person !== "machine" && (this.posts.get(person)?.has(post) ?? false);
  }

  // What a founding record says of keys, posts and duties. Of equal key ids the last one stays.
  establish(data) {
    const enrol = (one, person, use) =>
      this.keys.set(hex(keyId(one.alg, one.spki)), {
        alg: one.alg, spki: one.spki, person, use, enroller: null, confirmed: 1, revoked: null, doubtfulFrom: null,
      });
    for (const founder of data.founders) {
      enrol(founder, founder.person, "act");
      this.firstKey.set(founder.person, hex(keyId(founder.alg, founder.spki)));
      this.assign(founder.person, founder.post);
    }
    for (const one of data.recovery.keys) enrol(one, one.person, "recovery");
    enrol(data.machine, "machine", "machine");
    this.duties = { ...data.duties };
    this.awaited = new Set(data.founders.slice(1).map((founder) => founder.person));
    this.founded = this.awaited.size === 0;
  }

  assign(person, post) {
    if (!this.posts.has(person)) this.posts.set(person, new Set());
    this.posts.get(person).add(post);
    this.hadPost.add(person);
  }

  // 13.9: how a part stands to those that were stored before.
  part({ document, part, parts, bytes }) {
    const sofar = this.documents.get(hex(document)) ?? { parts, stored: new Map() };
    if (part > parts || sofar.parts !== parts) return { wrong: true, store: false };
    if (sofar.stored.has(part)) return { wrong: !sofar.stored.get(part).equals(bytes), store: false };
    if (sofar.stored.size + 1 < parts) return { wrong: false, store: true };
    const whole = Array.from({ length: parts }, (_, i) => sofar.stored.get(i + 1) ?? bytes);
    return { wrong: !sha256(...whole).equals(document), store: true };
  }

  remember(digest, read) {
    const name = hex(digest);
    if (!this.seen.has(name)) this.seen.set(name, read);
  }
}

const answer = ({ state, data }) => data.acts.forEach((digest) => state.answered.add(hex(digest)));

const EFFECTS = {
  ledger_opened: ({ state, data, p }) => {
    if (p === 1) state.establish(data);
  },
  founding_accepted: ({ state, act }) => {
    state.awaited.delete(act.by);
    state.founded = state.awaited.size === 0;
  },
  key_enrolled: ({ state, act, data }) => {
    const id = hex(keyId(data.alg, data.spki));
    state.keys.set(id, {
      alg: data.alg, spki: data.spki, person: data.person, use: "act", enroller: act.by, confirmed: null,
      revoked: null, doubtfulFrom: null,
    });
    if (!state.firstKey.has(data.person)) state.firstKey.set(data.person, id);
  },
  key_confirmed: ({ state, data, p }) => {
    state.key(data.key).confirmed ??= p;
  },
  key_revoked: ({ state, data, p }) => {
    const key = state.key(data.key);
    key.revoked ??= p;
    const from = data.doubtful_from === null ? Infinity : Math.min(data.doubtful_from, p);
    const lower = Math.min(key.doubtfulFrom ?? Infinity, from);
    key.doubtfulFrom = lower === Infinity ? null : lower;
  },
  post_assigned: ({ state, data }) => state.assign(data.person, data.post),
  post_ended: ({ state, data }) => state.posts.get(data.person)?.delete(data.post),
  duties_changed: ({ state, data }) => {
    state.duties = { ...state.duties, [data.duty]: data.posts };
  },
  acts_confirmed: answer,
  signature_repudiated: answer,
  acts_set_aside: answer,
  document_filed: ({ state, data }) => {
    if (!state.part(data).store) return;
    const name = hex(data.document);
    if (!state.documents.has(name)) state.documents.set(name, { parts: data.parts, stored: new Map() });
    state.documents.get(name).stored.set(data.part, data.bytes);
  },
  document_registered: ({ state, digest }) => state.registered.add(hex(digest)),
  act_refused: ({ state, data, read }) => state.remember(sha256(data.act), read),
  ledger_closed: ({ state }) => {
    state.closed = true;
  },
};

// c: {state, p, act, data, digest, read} of a known record that nothing cancels.
export const takeEffect = (c) => EFFECTS[c.act.type]?.(c);
