"""Read models: what can be derived from the records, one file a model, each a pure function of the line."""
