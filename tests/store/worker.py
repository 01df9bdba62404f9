"""One of several writers: appends batches of fresh acts and says each promise it was given, line by line.

    python -m tests.store.worker LOCATION NAME APPENDS

`try D…` before an append, with the digests of its acts; `got P D…` once it is acknowledged. What is flushed to
standard output before a kill is the oracle: no acknowledged append may be lost, doubled or torn.
"""

import random
import sys
import time

from ledger.errors import LedgerError
from ledger.store import open_store
from tests.store.acts import act, digest_of, sealed


def say(*words):
    """One whole line, out of this process before the next step."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(location, name, appends):
    """Append until done, or until killed."""
    store = open_store(location)
    say("ready")
    sys.stdin.readline()
    for _ in range(int(appends)):
        acts = [act(by=name) for _ in range(random.choice((1, 1, 2, 5)))]
        names = [digest_of(sealed(each)).hex() for each in acts]
        say("try", *names)
        while True:
            head = store.head()
            stamp = max(time.time_ns() // 1000, head.recorded_at)
            try:
                store.append_records([sealed(each, stamp, name) for each in acts], after=head.size)
            except LedgerError as error:
                if error.code != "head_moved":
                    raise
                time.sleep(random.random() * 0.003)
            else:
                say("got", head.size + 1, *names)
                break
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
