// Section 16: what each code says about which verdict. F: fails. D: undecided, a doubt.
export const VERDICTS = ["integrity", "authenticity", "completeness", "time", "authority"];

const table = (effect, lines) =>
  Object.entries(lines).flatMap(([verdict, codes]) => codes.split(" ").map((code) => [code, [verdict, effect]]));

const CODES = new Map([
  ...table("fails", {
    integrity:
      "too_long not_canonical not_an_act replayed_act replayed_id other_history dangling_reference wrong_document " +
      "wrong_opening root_differs value_wrong index_differs",
    authenticity:
      "other_ledger wrong_ledger key_not_enrolled key_of_another key_wrong_use key_not_confirmed key_revoked bad_key " +
      "bad_pop key_twice bad_signature refusal_not_theirs bad_checkpoint",
    completeness: "gap_or_order batch_broken tail_missing value_missing",
    time: "clock_went_back signed_in_future not_live after_its_witness",
    authority: "founding_wrong post_not_held post_not_entitled cases_wrong after_close",
  }),
  ...table("undecided", {
    integrity: "unknown_record",
    authenticity: "key_doubtful",
    completeness: "tail_not_witnessed stale",
    time: "witnessed_late",
  }),
]);

// Those that touch several verdicts are said with the verdicts.
const SEVERAL = new Set(["no_anchor", "no_witness", "unknown_type"]);

export function failure(code, position, verdict = null) {
  if (SEVERAL.has(code)) return { verdict, effect: "undecided", code, position };
  const [whose, effect] = CODES.get(code);
  return { verdict: whose, effect, code, position };
}

// Section 6: a record with one of these changes nothing in the state.
const CANCELS = new Set(
  ("not_canonical not_an_act unknown_record unknown_type wrong_ledger replayed_act replayed_id bad_signature " +
    "founding_wrong bad_key bad_pop after_close refusal_not_theirs dangling_reference").split(" "),
);
export const cancels = (code) => CANCELS.has(code) || code.startsWith("key_") || code.startsWith("post_");
