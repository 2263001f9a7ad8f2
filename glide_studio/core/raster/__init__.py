"""Tiled pictures, colours and resampling."""
