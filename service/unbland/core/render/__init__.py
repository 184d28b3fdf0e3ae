"""The posting in each form it is published in."""
