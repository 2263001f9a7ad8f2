"""What is selected, and what can be done to a selection as a whole."""
