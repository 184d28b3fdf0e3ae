"""The use cases, and the ports they need of the outside."""
