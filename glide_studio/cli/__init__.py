"""The command line: a file for each family of commands, with its options, help and work."""
