"""People in the office: learners, groups and codes, villages, centres and counties, staff, and the way in.

`part` is what `courses.wagtail_hooks` gathers; `public_urls` are those below /office/ that need no sign-in.
"""

from django.urls import path

from courses.people.audit import ACTIONS
from courses.people.models import Learner
from courses.people.office import (
    codes,
    entrance,
    groups,
    learners,
    menu,
    one_learner,
    places,
    second_factor,
    staff,
    villages,
)
from courses.people.office.entrance import account
from courses.people.office.parts import OfficePart

__all__ = ["account", "part", "public_urls"]

public_urls = [
    path("invitation/<str:token>/", entrance.AcceptInvitation.as_view(), name="people_invitation"),
]

_learners = [
    path("people/", learners.LearnerList.as_view(), name="people_learners"),
    path("people/results/", learners.LearnerList.as_view(results_only=True), name="people_learners_results"),
    path("people/export/", learners.LearnerExport.as_view(), name="people_learners_export"),
    path("people/<uuid:learner>/", one_learner.LearnerPage.as_view(), name="people_learner"),
    path("people/<uuid:learner>/move/", one_learner.MoveLearner.as_view(), name="people_learner_move"),
    path("people/<uuid:learner>/about/", one_learner.EditAbout.as_view(), name="people_learner_about"),
    path("people/<uuid:learner>/consent/", one_learner.SetConsent.as_view(), name="people_learner_consent"),
    path("people/<uuid:learner>/contact/", one_learner.AddContact.as_view(), name="people_contact_new"),
    path(
        "people/contact/<int:contact>/withdraw/", one_learner.WithdrawContact.as_view(), name="people_contact_withdraw"
    ),
]
_groups = [
    path("people/groups/", groups.GroupList.as_view(), name="people_groups"),
    path("people/groups/new/", groups.NewGroup.as_view(), name="people_group_new"),
    path("people/groups/<int:group>/", groups.GroupPage.as_view(), name="people_group"),
    path("people/groups/<int:group>/edit/", groups.EditGroup.as_view(), name="people_group_edit"),
    path("people/groups/<int:group>/close/", groups.CloseGroup.as_view(), name="people_group_close"),
    path("people/groups/<int:group>/reopen/", groups.ReopenGroup.as_view(), name="people_group_reopen"),
    path("people/groups/<int:group>/code/", codes.NewCode.as_view(), name="people_code_new"),
    path("people/codes/<int:code>/withdraw/", codes.WithdrawCode.as_view(), name="people_code_withdraw"),
    path("people/codes/<int:code>/poster/", codes.Poster.as_view(), name="people_poster"),
    path("people/villages/", villages.VillageList.as_view(), name="people_villages"),
    path("people/villages/new/", villages.NewVillage.as_view(), name="people_village_new"),
    path("people/villages/<int:village>/", villages.EditVillage.as_view(), name="people_village_edit"),
]
_places = [
    path("people/places/", places.Places.as_view(), name="people_places"),
    path("people/places/county/new/", places.NewCounty.as_view(), name="people_county_new"),
    path("people/places/county/<int:county>/", places.EditCounty.as_view(), name="people_county_edit"),
    path("people/places/centre/new/", places.NewCentre.as_view(), name="people_centre_new"),
    path("people/places/centre/<int:centre>/", places.EditCentre.as_view(), name="people_centre_edit"),
]
_staff = [
    path("people/staff/", staff.StaffList.as_view(), name="people_staff"),
    path("people/staff/invite/", staff.Invite.as_view(), name="people_staff_invite"),
    path("people/staff/<int:colleague>/", staff.ColleaguePage.as_view(), name="people_colleague"),
    path("people/staff/<int:colleague>/role/", staff.NewRole.as_view(), name="people_role_new"),
    path("people/staff/<int:colleague>/password/", staff.NewPassword.as_view(), name="people_new_password"),
    path("people/staff/role/<int:role>/remove/", staff.RemoveRole.as_view(), name="people_role_remove"),
    path(
        "people/staff/invitation/<int:invitation>/withdraw/",
        staff.WithdrawInvitation.as_view(),
        name="people_invitation_withdraw",
    ),
    path("own-password/", entrance.OwnPassword.as_view(), name="people_own_password"),
]
_second_factor = [
    path("sign-in-code/", second_factor.SignInCode.as_view(), name="people_second_factor_code"),
    path("account/second-factor/", second_factor.TurnOn.as_view(), name="people_second_factor"),
    path(
        "account/second-factor/codes/", second_factor.NewRecoveryCodes.as_view(), name="people_second_factor_recovery"
    ),
    path("account/second-factor/off/", second_factor.TurnOff.as_view(), name="people_second_factor_off"),
    path(
        "people/staff/<int:colleague>/second-factor/",
        second_factor.ResetSecondFactor.as_view(),
        name="people_second_factor_reset",
    ),
]


part = OfficePart(
    urls=[*_learners, *_groups, *_places, *_staff, *_second_factor],
    menu_items=menu.ITEMS,
    log_actions=ACTIONS,
    pages={Learner: "people_learner"},
    hooks=[
        ("construct_main_menu", menu.fit_to_role),
        ("construct_reports_menu", menu.only_the_history),
        ("register_account_settings_panel", entrance.language_panel),
        ("register_account_settings_panel", second_factor.account_panel),
    ],
)
