"""Small controls."""
