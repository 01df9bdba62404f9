// Section 14.5: the values behind commitments, where the vault was handed over as well.
import { hex, unhex } from "./bytes.mjs";
import { tryDecode } from "./canon.mjs";
import { commitment } from "./walk.mjs";

// Items are [digest, field, salt, value], byte strings in hex. A vault that is there claims to be whole.
export function checkValues(walk, items) {
  const kept = new Map();
  for (const [digest, field, salt, value] of items) {
    const name = `${digest} ${field}`;
    kept.set(name, [...(kept.get(name) ?? []), { salt: unhex(salt), value: tryDecode(unhex(value)) }]);
  }
  for (const { p, act, digest, type } of walk.records) {
    for (const field of type?.committed ?? []) {
      const committed = act.data[field];
      if (committed === null) continue;
      const found = kept.get(`${hex(digest)} ${field}`) ?? [];
      const gives = ({ salt, value }) =>
        value !== undefined && salt.length === 32 &&
        commitment(act.ledger, act, field, salt, value).equals(committed);
      if (found.length === 0) walk.say("value_missing", p);
      else if (!found.some(gives)) walk.say("value_wrong", p);
    }
  }
}
