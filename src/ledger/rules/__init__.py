"""Rules: pure judgement of acts against the state that earlier acts made. No I/O, no clock, no randomness."""
