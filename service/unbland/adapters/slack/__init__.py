"""Slack: its web interface, its blocks, and what workspaces let us have."""
