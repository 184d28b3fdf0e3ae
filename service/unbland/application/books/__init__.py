"""What is kept of a tenant beside texts: what it spent on models, and who decided what."""
