"""What connects the commands to what they do."""
