"""Bringing workbooks in by the browser: upload, columns, preview, storing, and taking back.

words.py says a row as people read it, uploads.py are the services, `campaign/jobs.py` does them behind
the page, `campaign/views/imports.py` and `batches.py` show them.
"""
