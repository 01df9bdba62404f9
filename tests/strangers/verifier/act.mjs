// Section 3 and section 13.3: what can be read out of a record's bytes, before anything is known of the ledger.
import { sha256 } from "./bytes.mjs";
import { tryDecode } from "./canon.mjs";
import {
  b16, b32, between, either, isAt, isBytes, isCase, isDesk, isId, isInt, isList, isMap, isPost, isText, isType,
  nil, oneOf, record, rising, tuple,
} from "./forms.mjs";
import { TYPES } from "./types.mjs";

const FIELDS = record({
  acknowledges: rising(isText),
  as: either(nil, isPost),
  at: isAt,
  basis: rising(b32),
  batch: either(nil, tuple(b16, between(1), between(1))),
  by: isId,
  cases: rising(isCase, 0, 1024),
  data: isMap,
  for: either(nil, isId),
  id: b16,
  key: b32,
  late: either(nil, oneOf("offline", "device_failure", "handed_in_late", "clock_difference", "other")),
  ledger: either(nil, b32),
  mode: oneOf("own", "mandate", "transcribed"),
  seen: either(nil, tuple(between(1), b32)),
  signed: isInt,
  type: isType,
  v: between(1),
});

export function isEnvelope(value) {
  if (!FIELDS(value)) return false;
  if (value.acknowledges.length > 0 && value.mode !== "transcribed") return false;
  if ((value.for !== null) !== (value.mode !== "own")) return false;
  return value.batch === null || value.batch[1] <= value.batch[2];
}

const FRAME = tuple(oneOf(1), isInt, isDesk, isBytes, isBytes);

// What a record's bytes say by themselves:
//   codes   failures found in the bytes
//   frame   {recordedAt, sig} or null
//   digest  of the act's bytes, wherever there is a frame
//   act     the envelope if it is good, otherwise null
//   type    the table of section 7 for it if the act is known in the sense of section 13.3, otherwise null
export function readRecord(bytes) {
  const said = { codes: [], frame: null, digest: null, act: null, type: null };
  if (bytes.length > 65535) said.codes.push("too_long");
  const value = tryDecode(bytes);
  if (value === undefined) said.codes.push("not_canonical");
  else if (isList(value) && isInt(value[0]) && value[0] !== 1) said.codes.push("unknown_record");
  else if (!FRAME(value)) said.codes.push("not_an_act");
  else {
    const [, recordedAt, , actBytes, sig] = value;
    said.frame = { recordedAt, actBytes, sig };
    said.digest = sha256(actBytes);
    readAct(said, actBytes);
  }
  return said;
}

function readAct(said, bytes) {
  const act = tryDecode(bytes);
  if (act === undefined) return said.codes.push("not_canonical");
  if (!isEnvelope(act)) return said.codes.push("not_an_act");
  said.act = act;
  if (bytes.length > (act.by === "machine" ? 65300 : 49152)) said.codes.push("too_long");
  const type = act.v === 1 && Object.hasOwn(TYPES, act.type) ? TYPES[act.type] : null;
  if (type === null) said.codes.push("unknown_type");
  else if (act.mode !== "own" || !type.form(act.data)) said.codes.push("not_an_act");
  else said.type = type;
  return undefined;
}

// The act inside a refusal: only its envelope is asked for.
export function readEnvelope(bytes) {
  const act = tryDecode(bytes);
  return act !== undefined && isEnvelope(act) ? act : null;
}

// Section 13.12: the names whose unknown types also touch authenticity and completeness.
const PREFIX =
  /^(key|post|ledger|duties|acts|signature|clock|record|vault|cases|founding)_/;
const RESERVED = [
  "key_introduced", "key_recovered", "ledger_key_rotated", "clock_corrected", "vault_item_erased", "hold_placed",
  "hold_lifted", "cases_counted", "rules_adopted",
];
export const touchesLife = (name) =>
  PREFIX.test(name) || Object.hasOwn(TYPES, name) || RESERVED.includes(name);

