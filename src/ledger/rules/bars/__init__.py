"""Bars: what earlier things keep a party from applying, from a list, or a person from serving.

Nothing is stored as a bar: origins are looked up (honours, revocations, determinations, sanctions, and what was before
the ledger), and each gives the days or editions for which it bars.
"""
