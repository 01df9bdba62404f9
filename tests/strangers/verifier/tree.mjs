// Section 9: the tree of RFC 6962 with SHA-256.
import { same, sha256 } from "./bytes.mjs";

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
export const EMPTY_ROOT = sha256();
export const leafHash = (record) => sha256(LEAF, record);
export const nodeHash = (left, right) => sha256(NODE, left, right);

// Keeps every complete node, so that the root of any earlier size can still be told.
export class Tree {
  #levels = [[]];

  get size() {
    return this.#levels[0].length;
  }

  push(record) {
    this.#levels[0].push(leafHash(record));
    for (let level = 0; this.#levels[level].length % 2 === 0; level++) {
      const [left, right] = this.#levels[level].slice(-2);
      (this.#levels[level + 1] ??= []).push(nodeHash(left, right));
    }
  }

  node(level, number) {
    return this.#levels[level]?.[number] ?? null;
  }

  levels() {
    return this.#levels;
  }

  // The complete nodes that together cover the first `size` leaves, largest first.
  peaks(size) {
    const peaks = [];
    let covered = 0;
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      const width = 2 ** level;
      if (Math.floor(size / width) % 2 === 1) {
        peaks.push(this.#levels[level][covered / width]);
        covered += width;
      }
    }
    return peaks;
  }

  root(size) {
    if (size === 0) return EMPTY_ROOT;
    return this.peaks(size).reduceRight((right, peak) => nodeHash(peak, right));
  }
}

const isHash = (hash) => hash.length === 32;

// Climbs from leaf `f` of a tree whose last leaf is `s`; tells each hash to the left or right of the way.
function climb(f, s, path, left, right) {
  for (const hash of path) {
    if (s === 0) return false;
    if (f % 2 === 1 || f === s) {
      left(hash);
      while (f % 2 === 0 && f !== 0) {
        f = Math.floor(f / 2);
        s = Math.floor(s / 2);
      }
    } else right(hash);
    f = Math.floor(f / 2);
    s = Math.floor(s / 2);
  }
  return s === 0;
}

export function included(index, size, leaf, path, root) {
  if (!(0 <= index && index < size) || !path.every(isHash)) return false;
  let hash = leaf;
  const whole = climb(
    index, size - 1, path,
    (other) => (hash = nodeHash(other, hash)),
    (other) => (hash = nodeHash(hash, other)),
  );
  return whole && same(hash, root);
}

export function consistent(oldSize, newSize, oldRoot, newRoot, path) {
  if (!(0 <= oldSize && oldSize <= newSize) || !path.every(isHash)) return false;
  if (oldSize === 0) return path.length === 0 && same(oldRoot, EMPTY_ROOT);
  if (oldSize === newSize) return path.length === 0 && same(oldRoot, newRoot);
  let f = oldSize - 1;
  let s = newSize - 1;
  while (f % 2 === 1) {
    f = Math.floor(f / 2);
    s = Math.floor(s / 2);
  }
  const hashes = f === 0 ? [oldRoot, ...path] : path;
  if (hashes.length === 0) return false;
  let [a] = hashes;
  let b = a;
  const whole = climb(
    f, s, hashes.slice(1),
    (other) => { a = nodeHash(other, a); b = nodeHash(other, b); },
    (other) => (b = nodeHash(b, other)),
  );
  return whole && same(a, oldRoot) && same(b, newRoot);
}
