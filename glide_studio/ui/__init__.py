"""The window: one file per panel, one control at a time."""
