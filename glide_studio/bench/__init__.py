"""Measures the time and memory that the program takes: `glide-studio bench`."""
