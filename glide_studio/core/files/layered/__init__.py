"""Files with layers: OpenRaster, in which projects are saved, and Photoshop."""
