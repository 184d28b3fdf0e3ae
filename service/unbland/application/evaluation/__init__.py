"""The eval as use cases."""
