"""The canvas, which shows the document under the current tool, and its painting."""
