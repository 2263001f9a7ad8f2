"""What the program costs in time and memory, measured: `glide-studio bench`."""
