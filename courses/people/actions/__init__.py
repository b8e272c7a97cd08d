"""Writes about people: staff and their roles, places and groups, joining and moving, profile and consent.

Each is one transaction; what staff do takes `by` and is refused where she may not. `now` comes from the edge.
"""

from courses.people.actions.erasing import erase_learner
from courses.people.actions.joining import (
    learner_named,
    make_join_code,
    move_learner,
    seat_learner,
    withdraw_join_code,
)
from courses.people.actions.merging import begin_merge, end_merge
from courses.people.actions.places import (
    change_centre,
    close_group,
    create_centre,
    create_county,
    create_group,
    create_village,
    rename,
    reopen_group,
    set_trainers,
)
from courses.people.actions.profiles import (
    add_contact,
    record_consent,
    set_birth_year,
    set_gender,
    set_profile,
    withdraw_contact,
)
from courses.people.actions.second_factor import (
    enter_code,
    new_recovery_codes,
    new_secret,
    reset_second_factor,
    second_factor_off_from_terminal,
    turn_off_second_factor,
    turn_on_second_factor,
)
from courses.people.actions.staff import (
    accept_invitation,
    assign_role,
    change_one_time_password,
    create_first_operator,
    ensure_staff_groups,
    invitation_of,
    invite_staff,
    keep_groups_in_step,
    new_one_time_password,
    operator_password_from_terminal,
    remove_role,
    set_language,
    withdraw_invitation,
)

__all__ = [
    "accept_invitation",
    "add_contact",
    "assign_role",
    "begin_merge",
    "change_centre",
    "change_one_time_password",
    "close_group",
    "create_centre",
    "create_county",
    "create_first_operator",
    "create_group",
    "create_village",
    "end_merge",
    "ensure_staff_groups",
    "enter_code",
    "erase_learner",
    "invitation_of",
    "invite_staff",
    "keep_groups_in_step",
    "learner_named",
    "make_join_code",
    "move_learner",
    "new_one_time_password",
    "new_recovery_codes",
    "new_secret",
    "operator_password_from_terminal",
    "record_consent",
    "remove_role",
    "rename",
    "reopen_group",
    "reset_second_factor",
    "seat_learner",
    "second_factor_off_from_terminal",
    "set_birth_year",
    "set_gender",
    "set_language",
    "set_profile",
    "set_trainers",
    "turn_off_second_factor",
    "turn_on_second_factor",
    "withdraw_contact",
    "withdraw_invitation",
    "withdraw_join_code",
]
