"""Postings as applicant tracking systems send them: read to one form, and written back in their own."""

from unbland.core.ats.document import AtsDocument, open_document, recognise
from unbland.core.ats.model import AtsFormat

__all__ = ["AtsDocument", "AtsFormat", "open_document", "recognise"]
