"""The table of commands, and the actions that are made from it."""
