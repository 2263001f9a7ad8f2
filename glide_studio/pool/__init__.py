"""Runs on other machines: a pool of engines on a Ray cluster, its server, and the client."""
