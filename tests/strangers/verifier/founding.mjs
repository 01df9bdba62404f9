// Section 13.4 b: record 1 as a founding.
import { hex } from "./bytes.mjs";
import { isOrigin } from "./forms.mjs";
import { isGoodKey, keyId, provesPossession } from "./keys.mjs";
import { openNote, readNote, readVkey } from "./notes.mjs";

const differ = (values) => new Set(values).size === values.length;

function isWhole(act, data) {
  const { founders, recovery, duties } = data;
  const persons = founders.map((founder) => founder.person);
  const under = (duty) => founders.filter((founder) => duties[duty].includes(founder.post));
  return (
    differ(persons) &&
    new Set(founders.map((founder) => founder.post)).size >= 2 &&
    under("confirming").some((a) => under("registrar").some((b) => a.person !== b.person)) &&
    act.by === founders[0].person &&
    act.as === founders[0].post &&
    Object.values(duties).every((posts) => posts.length > 0) &&
    1 <= recovery.k && recovery.k <= recovery.keys.length &&
    differ(recovery.keys.map((one) => one.person)) &&
    ![...persons, ...recovery.keys.map((one) => one.person)].includes("machine") &&
    isOrigin(data.origin) &&
    data.checkpoint_proofs.length === data.checkpoint_keys.length
  );
}

// The checks of 13.6 for a new key. `exists` says whether its id is that of a key which is there already.
export function newKeyCodes(one, payload, exists) {
  if (!isGoodKey(one.alg, one.spki)) return ["bad_key"];
  const codes = exists(keyId(one.alg, one.spki)) ? ["key_twice"] : [];
  return provesPossession(one, payload) ? codes : [...codes, "bad_pop"];
}

function checkpointKeyCodes(text, proof, origin) {
  const key = readVkey(text);
  if (key === null) return ["bad_key"];
  const note = readNote(proof);
  const proven =
    key.type === 1 && key.name === origin && note !== null && note.origin === origin && note.size === 0n &&
    (openNote(note, [key])?.ledgerKeys.length ?? 0) > 0;
  return proven ? [] : ["bad_pop"];
}

// Codes at position 1 of a known ledger_opened.
export function foundingCodes(act, data) {
  const codes = isWhole(act, data) ? [] : ["founding_wrong"];
  const earlier = new Set();
  const judge = (one, person, use) => {
    const payload = { ledger: null, origin: data.origin, person, use };
    codes.push(...newKeyCodes(one, payload, (id) => earlier.has(hex(id))));
    earlier.add(hex(keyId(one.alg, one.spki)));
  };
  for (const one of data.founders) judge(one, one.person, "act");
  for (const one of data.recovery.keys) judge(one, one.person, "recovery");
  judge(data.machine, "machine", "machine");
  const pairs = Math.min(data.checkpoint_keys.length, data.checkpoint_proofs.length);
  for (let i = 0; i < pairs; i++) {
    codes.push(...checkpointKeyCodes(data.checkpoint_keys[i], data.checkpoint_proofs[i], data.origin));
  }
  return codes;
}
