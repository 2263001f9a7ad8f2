"""GLIDE Studio: a desktop image editor for artists, built on GLIDE diffusion models."""
