"""Documents: QR codes, CSV streams and, later, PDF and spreadsheets.

No models and no rules: rows and texts go in, bytes come out. What a document says is its caller's business.
"""
