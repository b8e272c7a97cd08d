"""Writes of syncing: taking what phones hand over, and letting devices write for learners."""

from courses.syncing.actions.batches import Reply, take_batch
from courses.syncing.actions.carried import CopyTooLarge, Handed, NotACopy, take_copy
from courses.syncing.actions.epochs import begin_new_epoch
from courses.syncing.actions.erasing import erase_learner, lock_phones_of
from courses.syncing.actions.forms import FormAnswer, Posted, take_form_answer
from courses.syncing.actions.joining import join_group
from courses.syncing.actions.recognising import WrongRead, recognise
from courses.syncing.actions.reconciling import reconcile
from courses.syncing.actions.settling import AUDIT_WORDS, Replayed, bring_back, counted, put_aside, replay
from courses.syncing.actions.standing import WrongToken

__all__ = [
    "AUDIT_WORDS",
    "CopyTooLarge",
    "FormAnswer",
    "Handed",
    "NotACopy",
    "Posted",
    "Replayed",
    "Reply",
    "WrongRead",
    "WrongToken",
    "begin_new_epoch",
    "bring_back",
    "counted",
    "erase_learner",
    "join_group",
    "lock_phones_of",
    "put_aside",
    "recognise",
    "reconcile",
    "replay",
    "take_batch",
    "take_copy",
    "take_form_answer",
]
