"""What the lint looks at: one module for each kind of silent failure; each yields problems and prints nothing."""
