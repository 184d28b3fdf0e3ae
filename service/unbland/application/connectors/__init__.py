"""Postings read from an applicant tracking system, rewritten, and written back once a person has said so."""
