"""A terminal program that runs a customer service vision workshop."""

__version__ = "0.1.0"
