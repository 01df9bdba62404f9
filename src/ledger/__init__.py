"""The review ledger: every act of a procedure as a signed record that cannot be changed afterwards."""

__version__ = "0.1.0"
