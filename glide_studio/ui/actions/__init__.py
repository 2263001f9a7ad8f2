"""The table of commands and the actions made from it."""
