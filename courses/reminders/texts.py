"""What a reminder says, in both languages. A reminder never says more than is known."""

from dataclasses import dataclass

from courses.reminders.models import Reason


@dataclass(frozen=True, kw_only=True)
class Words:
    """The title and the sentence of one reminder, as the learner reads it."""

    title: str
    text: str


_STOPPED = {
    "en": Words(title="Go on where you stopped", text="“{lesson}” waits on the card where you stopped."),
    "zh-hans": Words(title="接着上次学", text="《{lesson}》还停在你上次那一页，点开就能接着学。"),
}
_REVIEW_DUE = {
    "en": Words(
        title="A short review, if you like", text="A few questions from your lessons are due again: two minutes."
    ),
    "zh-hans": Words(title="有空复习一下", text="学过的题又到该想一想的时候了，两分钟就好。"),
}
_LESSONS_WAIT = {
    "en": Words(title="Your lessons wait", text="Your lessons wait. What you did is safe on the phone."),
    "zh-hans": Words(title="课程给你留着", text="课程给你留着呢，学过的都好好存在手机里。"),
}
_TABLES: dict[str, dict[str, Words]] = {
    Reason.STOPPED: _STOPPED,
    Reason.REVIEW_DUE: _REVIEW_DUE,
    Reason.LESSONS_WAIT: _LESSONS_WAIT,
}


def words_for(*, reason: str, language: str, lesson_title: str) -> Words:
    """The words of a reminder. `lesson_title` is used by `stopped` alone."""
    table = _TABLES[reason]
    words = table.get(language, table["en"])
    return Words(title=words.title, text=words.text.format(lesson=lesson_title))
