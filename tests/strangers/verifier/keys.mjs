// Section 4: the two algorithms, good keys, key ids, signatures over PAE.
import { createPublicKey, verify } from "node:crypto";
import { number, sha256, unhex, utf8 } from "./bytes.mjs";
import { encode } from "./canon.mjs";

export const ACT = "application/vnd.review-ledger.act.v1";
export const POP = "application/vnd.review-ledger.pop.v1";

const P256_HEAD = unhex("3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04");
const ED25519_HEAD = unhex("302a300506032b6570032100");

export function pae(type, body) {
  const name = utf8(type);
  return Buffer.concat([utf8(`DSSEv1 ${name.length} `), name, utf8(` ${body.length} `), body]);
}

export const keyId = (alg, spki) => sha256(utf8(alg), Buffer.from([0]), spki);

// ---------------------------------------------------------------- P-256

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function goodP256(spki) {
  if (spki.length !== 91 || !spki.subarray(0, 27).equals(P256_HEAD)) return false;
  const x = number(spki.subarray(27, 59));
  const y = number(spki.subarray(59));
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}

function goodP256Form(sig) {
  if (sig.length !== 64) return false;
  const r = number(sig.subarray(0, 32));
  const s = number(sig.subarray(32));
  return 0n < r && r < N && 0n < s && s <= (N - 1n) / 2n;
}

// ---------------------------------------------------------------- Ed25519

const Q = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (a) => ((a % Q) + Q) % Q;

function power(base, exponent) {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = (b * b) % Q) {
    if (e & 1n) result = (result * b) % Q;
  }
  return result;
}

const D = mod(-121665n * power(121666n, Q - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (Q - 1n) / 4n);
const NEUTRAL = { x: 0n, y: 1n, z: 1n, t: 0n };

// Extended coordinates; this addition law has no exceptions on this curve.
function add(p, q) {
  const a = mod((p.y - p.x) * (q.y - q.x));
  const b = mod((p.y + p.x) * (q.y + q.x));
  const c = mod(2n * p.t * q.t * D);
  const d = mod(2n * p.z * q.z);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

function times(point, factor) {
  let result = NEUTRAL;
  for (let p = point, n = factor; n > 0n; n >>= 1n, p = add(p, p)) if (n & 1n) result = add(result, p);
  return result;
}

const isNeutral = (p) => mod(p.x) === 0n && mod(p.y - p.z) === 0n;

// The point that 32 bytes encode canonically, or null.
function point(bytes) {
  const all = number(Buffer.from(bytes).reverse());
  const sign = all >> 255n;
  const y = all & (2n ** 255n - 1n);
  if (y >= Q) return null;
  const square = mod((y * y - 1n) * power(D * y * y + 1n, Q - 2n));
  let x = power(square, (Q + 3n) / 8n);
  if (mod(x * x - square) !== 0n) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(x * x - square) !== 0n) return null;
  if (x === 0n && sign === 1n) return null;
  if ((x & 1n) !== sign) x = Q - x;
  return { x, y, z: 1n, t: mod(x * y) };
}

// Prime order: not the neutral element, and [L]A is. Common libraries do not ask for that.
const primeOrder = new Map();
export function goodEd25519Point(bytes) {
  const name = bytes.toString("hex");
  if (!primeOrder.has(name)) {
    const a = bytes.length === 32 ? point(bytes) : null;
    primeOrder.set(name, a !== null && !isNeutral(a) && isNeutral(times(a, L)));
  }
  return primeOrder.get(name);
}

function goodEd25519(spki) {
  return spki.length === 44 && spki.subarray(0, 12).equals(ED25519_HEAD) && goodEd25519Point(spki.subarray(12));
}

const goodEd25519Form = (sig) =>
  sig.length === 64 && number(Buffer.from(sig.subarray(32)).reverse()) < L;

// ---------------------------------------------------------------- both

const GOOD = new Map([["p256-sha256", goodP256], ["ed25519", goodEd25519]]);
export const ALGORITHMS = [...GOOD.keys()];
export const isGoodKey = (alg, spki) => GOOD.get(alg)?.(spki) ?? false;

const loaded = new Map();
function load(alg, spki) {
  const name = alg + spki.toString("hex");
  if (!loaded.has(name)) {
    const good = isGoodKey(alg, spki);
    loaded.set(name, good ? createPublicKey({ key: spki, format: "der", type: "spki" }) : null);
  }
  return loaded.get(name);
}

// A key that is not good verifies nothing.
export function verifies(alg, spki, sig, message) {
  const key = load(alg, spki);
  if (key === null) return false;
  if (alg === "ed25519") return goodEd25519Form(sig) && verify(null, message, key, sig);
  return goodP256Form(sig) && verify("sha256", message, { key, dsaEncoding: "ieee-p1363" }, sig);
}

// The raw 32 bytes of a note's key.
export const verifiesRaw = (key, sig, message) =>
  verifies("ed25519", Buffer.concat([ED25519_HEAD, key]), sig, message);

// Proof of possession: the new key's own signature over whose it is, where and for what.
export function provesPossession({ alg, spki, pop }, { ledger, origin, person, use }) {
  const key = keyId(alg, spki);
  const body = encode(Object.assign(Object.create(null), { key, ledger, origin, person, use }));
  return verifies(alg, spki, pop, pae(POP, body));
}
