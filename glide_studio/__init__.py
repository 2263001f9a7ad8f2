"""GLIDE Studio: a desktop image editor for artists, built on GLIDE diffusion models."""

DESKTOP_ID = "io.github.glide_studio.GlideStudio"
"""By which desktops know the program: the name of its desktop file and of its icon."""
