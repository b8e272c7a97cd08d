"""Reports: daily roll-ups and the pages on which managers read them.

Rows here are derived from the learning record by membership at the time; nothing outside reads them to decide.
Says what is known, when it was heard, and from how many.
"""
