"""Data that ships with GLIDE Studio, read through ``importlib.resources``."""
