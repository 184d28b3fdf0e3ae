"""The HTTP edge: JSON in, JSON or a problem document out."""
