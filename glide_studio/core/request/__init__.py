"""What to generate, as data."""
