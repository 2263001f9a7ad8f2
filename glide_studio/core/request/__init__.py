"""Requests: what to generate, and with which model."""
