"""Applicant tracking systems over HTTP, one file each."""
