"""Brushes, strokes and palettes."""
