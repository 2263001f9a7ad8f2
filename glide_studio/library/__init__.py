"""The models on this computer: what there is to install, downloads, imports, removal."""
