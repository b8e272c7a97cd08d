"""A learner's data in the office: saved as a file, erased; two profiles of one person joined; and what was
done under a wrong name moved.

`part` is what `courses.wagtail_hooks` gathers.
"""

from django.urls import path

from courses.people.office.parts import OfficePart
from courses.privacy.actions import AUDIT_WORDS
from courses.privacy.office import her_data, same_person, wrong_name

__all__ = ["part"]

part = OfficePart(
    urls=[
        path("people/<uuid:learner>/data/", her_data.SaveAsFile.as_view(), name="privacy_save"),
        path("people/<uuid:learner>/erase/", her_data.Erase.as_view(), name="privacy_erase"),
        path("people/<uuid:learner>/same/", same_person.ChooseOther.as_view(), name="privacy_same"),
        path("phones/<uuid:device>/wrong-name/", wrong_name.WrongName.as_view(), name="privacy_wrong_name"),
        path("people/<uuid:learner>/same/<uuid:other>/", same_person.Join.as_view(), name="privacy_join"),
    ],
    learner_panels=[her_data.her_data, same_person.two_profiles],
    log_actions=AUDIT_WORDS,
)
