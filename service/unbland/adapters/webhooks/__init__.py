"""The way to the endpoints of webhooks."""
