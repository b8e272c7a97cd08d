"""A learner's pass at its own address: for whoever scans it, and to print."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from courses.documents.qr import qr_svg
from courses.learning import actions as learning
from courses.people import limits
from courses.people.models import Learner
from courses.people.office.links import phone_address
from courses.people.queries import as_typed
from courses.syncing import queries as syncing
from courses.web.app_files import app_files, page_policy, settings_languages
from courses.web.certificate_pages import kept_private
from courses.web.errors import SECONDS_TO_WAIT
from courses.web.learner_sentences import sentences
from courses.web.lesson_page import html_language
from courses.web.pass_words import words
from courses.web.sentences import language_of
from courses.web.spelling import spelled

_STYLE = (
    ".page{display:block}section+section{margin-top:1.5rem;padding-top:1rem;border-top:1px solid}"
    ".face{display:block;width:96px;height:96px;margin:0 auto .5rem}.me,.code,.by{text-align:center}"
    ".qr svg{display:block;width:min(100%,16rem);margin:1rem auto}"
    "section p{margin:.75rem 0}.code{font:700 1.375rem/1.3 monospace}"
    "ol{padding-left:1.3rem}li{margin:.4rem 0}"
    ".by{margin:1rem 0}"
    "@media print{:root{font-size:75%}.btn,noscript{display:none!important}body,.page{background:none;color:#000}}"
)


@require_safe
def pass_page(request: HttpRequest, code: str) -> HttpResponse:
    """`/pass/{code}`: whose it is and how to use it, in both languages. Wrong codes are counted, right ones never."""
    if limits.is_over(limits.ADMISSION_BY_ADDRESS, who=limits.address_of(request)):
        return _answer(request, None, code="", refusal="too_many")
    plain = as_typed(code[:40])
    if plain != code and plain:
        return redirect(f"/pass/{plain}")
    learner = syncing.learner_with_pass(plain)
    if learner is None:
        limits.count_try(limits.ADMISSION_BY_ADDRESS, who=limits.address_of(request))
    elif learning.fold_learner(learner.pk):  # the name she chose a moment ago
        learner.refresh_from_db()
    return _answer(request, learner, code=plain, refusal="over")


def _answer(request: HttpRequest, learner: Learner | None, *, code: str, refusal: str) -> HttpResponse:
    language, files = language_of(request), app_files()
    style = files.style + _STYLE
    both = [language, *(other for other in settings_languages() if other != language)]
    blocks = [_block(learner, code=code, refusal=refusal, language=each) for each in both]
    address = f"{phone_address(request)}/pass/{code}"
    context = {
        "html_language": html_language(language),
        "say": sentences(language),
        "title": blocks[0]["heading"],
        "style": style,
        "blocks": blocks,
        "face": files.files.get(f"art/pictures/{learner.picture}.svg", "") if learner else "",
        "qr": qr_svg(address, label=words(language)["qr"]) if learner else "",
        "code": spelled(code) if learner else "",
        "print": words(language)["print"],
    }
    status = 200 if learner else 429 if refusal == "too_many" else 404
    response = HttpResponse(render_to_string("courses/web/pass.html", context), status=status)
    response["Content-Security-Policy"] = page_policy(styles=style)
    if status == 429:
        response["Retry-After"] = str(SECONDS_TO_WAIT["too-many"])
    return kept_private(response)


def _block(learner: Learner | None, *, code: str, refusal: str, language: str) -> Mapping[str, object]:
    """What stands in one language."""
    say, lang = words(language), html_language(language)
    if learner is None:
        return {"lang": lang, "heading": say[refusal], "text": say[f"{refusal}_text"]}
    heading = say["title"].format(learner.nickname) if learner.nickname else say["title_unnamed"]
    return {"lang": lang, "heading": heading, "text": say["lead"], "say": say, "app": f"/{language}/-/pass:{code}/"}
