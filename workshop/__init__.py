"""The coalition workshop kit: notebooks with widgets, and the same notebooks as a clickable app."""

__version__ = "0.1.0"
