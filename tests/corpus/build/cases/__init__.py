"""The cases, one module for each part of the walk."""

from tests.corpus.build.cases import (
    after,
    bytes_,
    data,
    founding,
    good,
    history,
    keys,
    refusals,
    rights,
    witnesses,
)

__all__ = [
    "after",
    "bytes_",
    "data",
    "founding",
    "good",
    "history",
    "keys",
    "refusals",
    "rights",
    "witnesses",
]
