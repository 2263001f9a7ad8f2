"""Flat pictures: read at the depth they have, and written in every format."""
