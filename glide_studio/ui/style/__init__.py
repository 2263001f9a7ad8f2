"""Theme, icons and text size."""
