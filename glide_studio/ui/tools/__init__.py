"""The tools of the canvas, one file for each."""
