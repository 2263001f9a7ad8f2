"""The canvas: the document under the artist's tool, and what paints it."""
