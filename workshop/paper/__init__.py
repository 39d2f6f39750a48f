"""What is printed for a workshop: the workbook, cards, posters and the run sheet."""
