"""Regulations as dated data: the model, its reader with good errors, one TOML file a version."""
