"""An exercise: wires words, answers, forms, verdicts and pictures into the steps of one notebook."""

from workshop.exercise.opening import open_exercise
from workshop.exercise.page import Exercise

__all__ = ["Exercise", "open_exercise"]
