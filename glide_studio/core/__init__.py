"""Documents and requests: values that never change, free of Qt and torch."""
