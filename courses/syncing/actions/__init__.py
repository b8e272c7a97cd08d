"""Writes of syncing: taking what phones hand over, and letting devices write for learners."""

from courses.syncing.actions.batches import Reply, take_batch
from courses.syncing.actions.forms import FormAnswer, Posted, take_form_answer
from courses.syncing.actions.joining import join_group
from courses.syncing.actions.recognising import WrongRead, recognise
from courses.syncing.actions.reconciling import reconcile
from courses.syncing.actions.standing import WrongToken

__all__ = [
    "FormAnswer",
    "Posted",
    "Reply",
    "WrongRead",
    "WrongToken",
    "join_group",
    "recognise",
    "reconcile",
    "take_batch",
    "take_form_answer",
]
