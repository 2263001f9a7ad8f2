"""What the artist holds in hand over the canvas, one file a tool."""
