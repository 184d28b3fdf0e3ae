"""Slack as it comes in: requests, windows, presses; each parsed, given to the application, and answered at once."""
