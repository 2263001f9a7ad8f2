"""One file for each panel, and the parts that panels are made of."""
