"""OpenTelemetry: spans of requests, work and calls to models."""
