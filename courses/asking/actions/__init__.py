"""Writes of asking: taking questions in, keeping what hangs on them, making it fit to be shown, answering."""

from courses.asking.actions.answering import AUDIT_WORDS, AnsweredMeanwhile, NoAnswer, TooManySigns, answer
from courses.asking.actions.erasing import erase_learner, merge_learner
from courses.asking.actions.keeping import OtherBytes, TooManyQuestions, WrongPart, keep_part, keep_whole, lock
from courses.asking.actions.making import make_shown
from courses.asking.actions.taking import name_attachments, take_questions

__all__ = [
    "AUDIT_WORDS",
    "AnsweredMeanwhile",
    "NoAnswer",
    "OtherBytes",
    "TooManyQuestions",
    "TooManySigns",
    "WrongPart",
    "answer",
    "erase_learner",
    "keep_part",
    "keep_whole",
    "lock",
    "make_shown",
    "merge_learner",
    "name_attachments",
    "take_questions",
]
