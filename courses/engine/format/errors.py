"""What is said about a content file that cannot be read: where, what, and how to mend it."""


class FormatError(ValueError):
    """`path` as the author knows it, `line` from 1, `problem` and `mend` are sentences in plain words."""

    def __init__(self, *, path: str, line: int, problem: str, mend: str) -> None:
        self.path = path
        self.line = line
        self.problem = problem
        self.mend = mend
        super().__init__(f"{path}:{line}: {problem} {mend}")
