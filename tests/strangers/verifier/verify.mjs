// A second verifier of review ledgers, written from docs/format.md alone. Node 18 or newer, nothing else.
//
//   node verify.mjs CASE.json …     prints one JSON object for each case
//   node verify.mjs                 reads one case a line from standard input, prints one object a line
//
// A case: {"records": [hex, or null for a missing position, …], "checkpoints": [[size, note], …],
// "newest": note or null, "anchor": text, [text, …] or null, "as_of": microseconds}. Optional: "rows":
// [[position, hex, or null for what is not bytes], …] instead of "records"; "notes": [note, …] and
// "roots": [[size, hex], …] as somebody brought them; "vault" and "index" as in values.mjs and indexes.mjs.
// Other keys are ignored. {"bytes": [hex, …]} asks only what each record's bytes say by themselves: {"codes": […]}.
import { readFileSync } from "node:fs";
import { readRecord } from "./act.mjs";
import { checkCheckpoints } from "./after.mjs";
import { readAnchor, Unreadable } from "./anchor.mjs";
import { unhex } from "./bytes.mjs";
import { VERDICTS } from "./codes.mjs";
import { checkIndexes } from "./indexes.mjs";
import { checkValues } from "./values.mjs";
import { Walk } from "./walk.mjs";

function verdictOf(name, failures) {
  const effects = failures.filter(({ verdict }) => verdict === name).map(({ effect }) => effect);
  return effects.includes("fails") ? "fails" : effects.includes("undecided") ? "undecided" : "holds";
}

// Equal failures are listed once, by position; those without one stand last.
function inOrder(failures) {
  const distinct = [...new Map(failures.map((one) => [JSON.stringify(Object.values(one)), one])).values()];
  return distinct.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
}

export function verify(input) {
  const anchors = [input.anchor ?? []].flat().map(readAnchor);
  const rows = input.rows ?? input.records.map((text, i) => [i + 1, text]).filter(([, text]) => text !== null);
  const walk = new Walk(anchors);
  walk.run(rows.map(([position, text]) => [position, text && unhex(text)]));
  const notes = [...(input.newest == null ? [] : [input.newest]), ...(input.notes ?? [])];
  checkCheckpoints(
    walk, anchors, { rows: input.checkpoints ?? [], notes, roots: input.roots ?? [] },
    input.as_of ?? Date.now() * 1000,
  );
  if (input.vault) checkValues(walk, input.vault);
  if (input.index) checkIndexes(walk, input.index);
  const failures = inOrder(walk.failures);
  const bad = failures.filter(({ effect, position }) => effect === "fails" && position !== null);
  return {
    verdicts: Object.fromEntries(VERDICTS.map((name) => [name, verdictOf(name, failures)])),
    failures,
    first_bad: bad.length > 0 ? Math.min(...bad.map(({ position }) => position)) : null,
  };
}

function answer(text) {
  try {
    const input = JSON.parse(text);
    return input.bytes ? { codes: input.bytes.map((one) => readRecord(unhex(one)).codes) } : verify(input);
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: `anchor: ${error.message}` };
    throw error;
  }
}

const files = process.argv.slice(2);
const texts = files.length > 0
  ? files.map((file) => readFileSync(file, "utf8"))
  : readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
for (const text of texts) process.stdout.write(JSON.stringify(answer(text), null, files.length ? 1 : 0) + "\n");
