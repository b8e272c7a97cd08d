"""The learner's pages: start, a lesson's first page, joining a group, and what is said where there is no page."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language_from_request
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from courses.catalog import queries as catalog
from courses.catalog.models import Release
from courses.catalog.rendering import sentence
from courses.web import without_script
from courses.web.api import announcer
from courses.web.app_files import AppFiles, app_files, page_policy, settings_languages
from courses.web.form_device import is_from_here
from courses.web.learner_sentences import sentences
from courses.web.lesson_page import LessonSource, html_language
from courses.web.lesson_sources import first_lesson, languages_with, lesson_source, ready_page
from courses.web.sent_bytes import KeptPage, encoding_for, page_response

# Whoever learned here before goes on where she was: the app knows, and is at home at this address.
_GO_ON = (
    'try{let on=()=>location.replace("/today"),go;onsubmit=()=>go=1;'
    'localStorage["xk.me"]?on():fetch("/api/v1/remembered").then(r=>r.json()).then(r=>go||r.faces[0]&&on())'
    ".catch(()=>0)}catch(e){}"
)
"""On to the app where somebody began in this browser, or is known by a cookie alone; not once Start was tapped."""
_NAMES = {"zh-hans": "中文", "en": "English"}


def reader_language(request: HttpRequest) -> str:
    """The language of the address she is at, else what her browser asks for."""
    first = request.path.split("/")[1]
    return first if first in settings_languages() else get_language_from_request(request)


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """`/`: asks the language, says Start."""
    host = request.get_host().partition(":")[0]
    is_secure = request.is_secure() or host in {"localhost", "127.0.0.1"}
    files = app_files()
    page = _kept_start(language=reader_language(request), is_secure=is_secure, version=files.version)
    return _sent(request, page, files=files, script=_GO_ON)


@lru_cache(maxsize=16)
def _kept_start(*, language: str, is_secure: bool, version: str) -> KeptPage:
    languages = [{"code": code, "lang": html_language(code), "name": name} for code, name in _NAMES.items()]
    say = sentences(language)
    promise = say["promise"] if is_secure else say["promise_plain"]
    own = {
        "languages": languages,
        "is_secure": is_secure,
        "promise": sentence(promise, language=language),
        "title": say["start_title"],
        "script": _GO_ON,
    }
    return KeptPage.of(_page("start", language=language, files=app_files(), own=own))


def _page(name: str, *, language: str, files: AppFiles, own: Mapping[str, object]) -> str:
    context = {
        "html_language": html_language(language),
        "language": language,
        "say": sentences(language),
        "style": files.style,
        "app": files.files.get("app.js", ""),
        "picture": files.files.get("art/village.svg", ""),
        **own,
    }
    return render_to_string(f"courses/web/{name}.html", context)


def _sent(
    request: HttpRequest, page: KeptPage, *, files: AppFiles, status: int = 200, script: str = ""
) -> HttpResponse:
    encoding = encoding_for(request)
    response = page_response(page.sent("", encoding=encoding), encoding=encoding, status=status)
    response["Content-Security-Policy"] = page_policy(styles=files.style, script=script)
    return response


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """`/begin?language=en`: on to the first lesson on offer in this language."""
    language = request.GET.get("language", "")
    if language not in settings_languages():
        return redirect("/")
    address = first_lesson(language=language)
    return redirect(address) if address else notice(request, "unpublished", language=language, status=404)


@csrf_exempt  # a page without script carries no token; `without_script` checks where the form came from
@require_http_methods(["GET", "HEAD", "POST"])
def lesson(request: HttpRequest, language: str, module: str, lesson: str) -> HttpResponse:
    """The first page of a lesson, one response; a post to it is an answer given without script."""
    today, known = timezone.localdate(), language in _NAMES
    source = lesson_source(module=module, lesson=lesson, language=language, today=today) if known else None
    if source and request.method == "POST":
        return _take_answer(request, source)
    if source is None:
        return _missing(request, module=module, lesson=lesson, language=language)
    return _lesson_response(request, source)


def _lesson_response(request: HttpRequest, source: LessonSource) -> HttpResponse:
    files = app_files()
    ready = without_script.page_of(request, source) or ready_page(source)
    encoding = encoding_for(request)
    body = ready.sent(encoding=encoding)
    response = page_response(body, encoding=encoding)
    script = files.scripts.get(str(source.file["language"]), "")
    response["Content-Security-Policy"] = page_policy(styles=files.style, script=script)
    return response


def _take_answer(request: HttpRequest, source: LessonSource) -> HttpResponse:
    """An answer, then the page again, at the question."""
    language = str(source.file["language"])
    if not is_from_here(request):
        return notice(request, "refused", language=language, status=403)
    taken = without_script.take_answer(request, source)
    left = {without_script.UNREAD: [taken.item], **taken.unread} if taken.item and not taken.by else {}
    unread = f"?{urlencode(left, doseq=True)}" if left else ""
    response = redirect(f"{request.path}{unread}#{taken.item}" if taken.item else request.path)
    if taken.by:
        taken.by.keep(request, response)
        announcer.announce([taken.by.learner])
    return response


def _missing(request: HttpRequest, *, module: str, lesson: str, language: str) -> HttpResponse:
    """In the other language, away for a while, or never there."""
    if language not in _NAMES:
        return not_found(request)
    others = languages_with(module=module, lesson=lesson, languages=[code for code in _NAMES if code != language])
    if others:
        other = {
            "address": f"/{others[0]}/{module}/{lesson}/",
            "lang": html_language(others[0]),
            "text": sentences(language)["read_other"],
        }
        return notice(request, "other_language", language=language, status=404, other=other)
    offered = catalog.current_release(kind=Release.Kind.MODULE, key=module, language=language)
    if offered is None and catalog.was_published(kind=Release.Kind.MODULE, key=module):
        return notice(request, "unpublished", language=language, status=404)
    return not_found(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The site's 404, in the reader's language."""
    return notice(request, "not_found", language=reader_language(request), status=404)


def notice(
    request: HttpRequest, name: str, *, language: str, status: int, other: dict[str, str] | None = None
) -> HttpResponse:
    """A page that says one thing and where to go on."""
    say, files = sentences(language), app_files()
    own = {
        "title": say[f"{name}_title"],
        "text": sentence(say[name], language=language),
        "other": other,
        "on": {"address": "/", "text": say["to_start"]},
    }
    page = KeptPage.of(_page("notice", language=language, files=files, own=own))
    return _sent(request, page, files=files, status=status)


@csrf_exempt  # as `lesson`
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    """`/join/` and `/join/<code>`: a group's code, typed or from the poster."""
    language = reader_language(request)
    files = app_files()
    own: dict[str, object] = {
        "title": sentences(language)["join_title"],
        "code": code,
        "group": without_script.group_to_greet_with(request, code=code),
        "refusal": "",
        "app": files.files.get("app.js"),
    }
    status = 200
    if request.method == "POST":
        joined = without_script.take_join(request, language=language)
        if joined.response:
            return joined.response
        own |= {"code": joined.code, "refusal": sentences(language)[joined.refusal]}
        status = joined.status
    page = KeptPage.of(_page("join", language=language, files=files, own=own))
    return _sent(request, page, files=files, status=status)


@require_GET
def joined(request: HttpRequest) -> HttpResponse:
    """`/joined/`: she is in the group."""
    return notice(request, "joined", language=reader_language(request), status=200)
