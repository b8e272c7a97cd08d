"""Questions in the office: what learners asked, with photo and spoken note, and answering it.

`part` is what `courses.wagtail_hooks` gathers.
"""

from django.urls import path

from courses.asking.actions import AUDIT_WORDS
from courses.asking.office import questions, shown
from courses.people.office.parts import OfficePart

__all__ = ["part"]

part = OfficePart(
    urls=[
        path("questions/", questions.QuestionList.as_view(), name="asking_questions"),
        path("questions/<uuid:question>/answer/", questions.GiveAnswer.as_view(), name="asking_answer"),
        path("questions/attachments/<uuid:attachment>/", shown.Shown.as_view(), name="asking_shown"),
    ],
    menu_items=[questions.menu_item],
    panels=[questions.waiting_panel],
    learner_panels=[questions.her_questions],
    log_actions=AUDIT_WORDS,
)
