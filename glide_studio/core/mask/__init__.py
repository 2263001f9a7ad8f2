"""Masks, the shapes and filters that change them, and the band in which results blend."""
