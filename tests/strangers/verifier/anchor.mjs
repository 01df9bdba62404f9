// Section 11: the anchor, and whose times make up a quorum.
import { isPlain, LEDGER, readVkey, WITNESS } from "./notes.mjs";

export class Unreadable extends Error {}

function unless(condition, why) {
  if (!condition) throw new Unreadable(why);
}

// {ledger, origin, keys, quorum}; quorum is null for `none`, else a witness {key} or a group {least, members}.
export function readAnchor(text) {
  unless(isPlain(text.replaceAll("\t", " "), 65536) && !text.includes("\u007f"), "not a plain text");
  const [first, ...rest] = text.slice(0, -1).split("\n");
  const ledger = /^#ledger ([0-9a-f]{64})$/.exec(first)?.[1];
  unless(ledger !== undefined, "the first line names no ledger");
  const anchor = { ledger, origin: null, keys: [], quorum: undefined };
  const named = new Map();
  const grouped = new Set();
  for (const raw of rest) {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, "");
    unless(!line.startsWith("#ledger "), "a second ledger");
    if (line === "" || line.startsWith("#")) continue;
    const [word, ...parts] = line.split(/[ \t]+/);
    unless(Object.hasOwn(LINES, word), "a line of an unknown kind");
    LINES[word](parts, anchor, named, grouped);
  }
  unless(anchor.origin !== null, "no log");
  unless(anchor.quorum !== undefined, "no quorum");
  return anchor;
}

function addKey(anchor, text, type) {
  const key = readVkey(text);
  unless(key !== null && key.type === type, "a key that cannot be read");
  unless(!anchor.keys.some((other) => other.key.equals(key.key)), "a public key stands twice");
  anchor.keys.push(key);
  return key;
}

function define(named, name, value) {
  unless(name !== "none" && !named.has(name), "a name defined twice");
  named.set(name, value);
}

const LINES = {
  log(parts, anchor) {
    unless(parts.length === 1 || parts.length === 2, "log");
    const key = addKey(anchor, parts[0], LEDGER);
    unless(anchor.origin === null || anchor.origin === key.name, "two origins");
    anchor.origin = key.name;
  },
  witness(parts, anchor, named) {
    unless(parts.length === 2 || parts.length === 3, "witness");
    define(named, parts[0], { key: addKey(anchor, parts[1], WITNESS).text });
  },
  group([name, count, ...members], anchor, named, grouped) {
    unless(members.length > 0, "a group without members");
    for (const member of members) {
      unless(named.has(member) && !grouped.has(member), "a member that is not defined, or twice a member");
      grouped.add(member);
    }
    const words = new Map([["any", 1], ["all", members.length]]);
    const least = words.get(count) ?? (/^[1-9][0-9]*$/.test(count) ? Number(count) : 0);
    unless(least >= 1 && least <= members.length, "threshold");
    define(named, name, { least, members: members.map((member) => named.get(member)) });
  },
  quorum(parts, anchor, named) {
    unless(parts.length === 1 && anchor.quorum === undefined, "quorum");
    unless(parts[0] === "none" || named.has(parts[0]), "a quorum that is not defined");
    anchor.quorum = parts[0] === "none" ? null : named.get(parts[0]);
  },
};

const ascending = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// 14.3: the N-th smallest of the members' earliest times; null if fewer than N have one.
export function firstTime(who, earliest) {
  if (who.key !== undefined) return earliest.get(who.key) ?? null;
  const times = who.members.map((one) => firstTime(one, earliest)).filter((time) => time !== null);
  return times.sort(ascending)[who.least - 1] ?? null;
}

// The N-th largest of the members' latest times.
export function latestTime(who, latest) {
  if (who.key !== undefined) return latest.get(who.key) ?? null;
  const times = who.members.map((one) => latestTime(one, latest)).filter((time) => time !== null);
  return times.sort(ascending).reverse()[who.least - 1] ?? null;
}
