"""Training of the starter models: data recipe, objective, loop."""
