"""The vault: plain values behind commitments, kept beside the line and never in it."""
