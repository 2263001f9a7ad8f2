"""The canvas area, the welcome page and the message bar."""
