"""The eval cases: what goes in, what a true result holds, and what scripted models answer."""
