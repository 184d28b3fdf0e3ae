"""Word and PDF files, read in a process of their own that has little time and little memory."""
