"""Widgets: they show, and they pass on what was asked; they look nothing up and hold no truth."""
