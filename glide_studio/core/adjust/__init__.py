"""Adjustments of a layer's colours: values that turn pixels into pixels."""
