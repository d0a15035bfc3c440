"""Comparisons as code: structured comparison data in; pages, matrices and diagrams out."""
