"""Views: what a ledger shows, read from its records alone."""
