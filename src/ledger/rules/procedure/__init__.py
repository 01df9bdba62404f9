"""The state of the procedure: what the acts so far have made of parties, bodies, cycles, cases, lists, awards.

One module a phase, mirroring `ledger.acts`: each holds its part of the state and the effects of its acts on it. An
effect never judges: an act that stands has its effect, whatever rules say of it ("met, in breach").
"""
