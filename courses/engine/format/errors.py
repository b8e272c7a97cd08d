"""What is said about a content file that cannot be read: where, what, and how to mend it."""

from courses.engine.format.sayings import Complaint


class FormatError(ValueError):
    """`path` as the author knows it, `line` from 1, `complaint` what is wrong and how to mend it."""

    def __init__(self, *, path: str, line: int, complaint: Complaint) -> None:
        self.path = path
        self.line = line
        self.complaint = complaint
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """One line: `path:line: what is wrong. What to do.`"""
        return f"{self.path}:{self.line}: {self.complaint.said(language)}"
