"""Writes of syncing: taking what phones hand over, and letting devices write for learners."""

from courses.syncing.actions.admitting import (
    UsedCode,
    admit,
    end_passes,
    give_code,
    make_pass,
    print_pass,
)
from courses.syncing.actions.attaching import Gone, Held, UnknownAttachment, attach
from courses.syncing.actions.batches import Reply, take_batch
from courses.syncing.actions.carried import CopyTooLarge, Handed, NotACopy, take_copy
from courses.syncing.actions.epochs import begin_new_epoch
from courses.syncing.actions.erasing import erase_learner, lock_phones_of
from courses.syncing.actions.forms import FormAnswer, Posted, take_form_answer
from courses.syncing.actions.joining import join_group
from courses.syncing.actions.locking import NoLockKey, NotSixDigits, answers_for, lock_key
from courses.syncing.actions.merging import merge_learner
from courses.syncing.actions.presenting import face, introduction, seat_json
from courses.syncing.actions.recognising import WrongRead, recognise
from courses.syncing.actions.reconciling import reconcile
from courses.syncing.actions.remembering import LockedThere, NotRemembered, come_back, forget, remember
from courses.syncing.actions.revoking import block, let_in_again
from courses.syncing.actions.settling import (
    AUDIT_WORDS,
    Replayed,
    bring_back,
    count_although_blocked,
    counted,
    put_aside,
    replay,
)
from courses.syncing.actions.standing import RevokedDevice, WrongToken
from courses.syncing.actions.tokens import end_former_tokens, renew_all, renew_token

__all__ = [
    "AUDIT_WORDS",
    "CopyTooLarge",
    "FormAnswer",
    "Gone",
    "Handed",
    "Held",
    "LockedThere",
    "NoLockKey",
    "NotACopy",
    "NotRemembered",
    "NotSixDigits",
    "Posted",
    "Replayed",
    "Reply",
    "RevokedDevice",
    "UnknownAttachment",
    "UsedCode",
    "WrongRead",
    "WrongToken",
    "admit",
    "answers_for",
    "attach",
    "begin_new_epoch",
    "block",
    "bring_back",
    "come_back",
    "count_although_blocked",
    "counted",
    "end_former_tokens",
    "end_passes",
    "erase_learner",
    "face",
    "forget",
    "give_code",
    "introduction",
    "join_group",
    "let_in_again",
    "lock_key",
    "lock_phones_of",
    "make_pass",
    "merge_learner",
    "print_pass",
    "put_aside",
    "recognise",
    "reconcile",
    "remember",
    "renew_all",
    "renew_token",
    "replay",
    "seat_json",
    "take_batch",
    "take_copy",
    "take_form_answer",
]
