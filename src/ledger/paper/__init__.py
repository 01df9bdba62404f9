"""Paper: what happened outside comes in by the file: a table that a clerk filled, a whole trail from elsewhere."""
