"""An exercise: wires words, answers, forms, verdicts and pictures into the steps of one notebook."""

from workshop.exercise.opening import open_exercise
from workshop.exercise.page import Exercise
from workshop.exercise.readiness import prepare

__all__ = ["Exercise", "open_exercise", "prepare"]
