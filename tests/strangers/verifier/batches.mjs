// Section 13.8: acts entered together stand together, all or none.
import { hex } from "./bytes.mjs";

export class Batches {
  #open = null; // {id, next, of, by, recordedAt}
  #first = new Map(); // batch id → position of the first record that carries it
  broken = new Set(); // ids

  // `act` is null for a record without a good envelope.
  next(p, act, recordedAt) {
    const member = act?.batch
      ? { id: hex(act.batch[0]), number: act.batch[1], of: act.batch[2], by: act.by, recordedAt }
      : null;
    const seen = member !== null && this.#first.has(member.id);
    if (member !== null && !seen) this.#first.set(member.id, p);
    if (this.#open !== null && member !== null && this.#continues(member)) {
      this.#open.next++;
      if (member.number === member.of) this.#open = null;
      return;
    }
    this.end();
    if (member === null) return;
    if (seen || member.number !== 1) this.broken.add(member.id);
    else if (member.of > 1) this.#open = { ...member, next: 2 };
  }

  #continues({ id, number, of, by, recordedAt }) {
    const open = this.#open;
    return open.id === id && open.next === number && open.of === of && open.by === by &&
      open.recordedAt === recordedAt;
  }

  // Whatever is open now was broken off.
  end() {
    if (this.#open !== null) this.broken.add(this.#open.id);
    this.#open = null;
  }

  positions() {
    return [...this.broken].map((id) => this.#first.get(id));
  }
}
