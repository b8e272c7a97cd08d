"""Writes of authoring: asking for a compile, compiling into the catalog, loading content files.

What was published waits in a row (CompileRequest) that the compiler removes; a lost task costs a minute, never a
release.
"""

from courses.authoring.actions.compiling import ask_for_compile, compile_waiting, compile_what_was_asked
from courses.authoring.actions.loading import LoadNote, load_library, told
from courses.authoring.actions.looking_up import AUDIT_WORDS, UnknownFact, still_holds

__all__ = [
    "AUDIT_WORDS",
    "LoadNote",
    "UnknownFact",
    "ask_for_compile",
    "compile_waiting",
    "compile_what_was_asked",
    "load_library",
    "still_holds",
    "told",
]
