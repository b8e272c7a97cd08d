"""Certificates as the world sees them: the page where a code is checked, and the document at its own address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from courses.documents.certificates import certificate_pdf
from courses.learning import queries as learning
from courses.learning.models import Certificate
from courses.people import limits
from courses.web.app_files import app_files, page_policy, settings_languages
from courses.web.certificate_words import document_words, page_words
from courses.web.errors import SECONDS_TO_WAIT
from courses.web.learner_sentences import sentences
from courses.web.lesson_page import html_language
from courses.web.pages import not_found
from courses.web.sentences import language_of

_STYLE = (
    ".page{display:block}section+section{margin-top:1.5rem;padding-top:1rem;border-top:1px solid}"
    "dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.4rem 1rem;margin:1rem 0}dd{margin:0}"
    "ul{padding-left:1.2rem}form{display:block;margin-top:1.5rem}form .btn{margin-top:.75rem}"
    ".ok{color:var(--good)}.over{color:var(--hint)}"
)


@require_safe
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """`/verify/{code}`: what it stands for, in both languages; `/verify/?code=` for a code that was typed."""
    typed = code or request.GET.get("code", "")
    if _is_over(request):
        return _page(request, None, code=typed, refusal="too_many")
    found = learning.certificate_with(typed)
    if found and code != found.code:
        return redirect(f"/verify/{found.code}")
    if found is None and typed:
        limits.count_try(limits.VERIFY_BY_ADDRESS, who=limits.address_of(request))
    return _page(request, found, code=typed, refusal="unknown" if typed else "asked")


@require_safe
def document(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """`/certificates/{code}/{key}.pdf`: for whoever holds the address. Revoked: the page that says so."""
    found = None if _is_over(request) else learning.claimed_certificate(code, key=key)
    if found is None:
        limits.count_try(limits.VERIFY_BY_ADDRESS, who=limits.address_of(request))
        return not_found(request)
    if found.revoked_at:
        return redirect(f"/verify/{found.code}")
    address = request.build_absolute_uri(f"/verify/{found.code}")
    response = HttpResponse(certificate_pdf(document_words(found, address=address)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="xiangke-{found.code}.pdf"'
    return kept_private(response)


def _is_over(request: HttpRequest) -> bool:
    """Wrong codes are counted, right ones never: many people may check many papers from one address."""
    return limits.is_over(limits.VERIFY_BY_ADDRESS, who=limits.address_of(request))


def _page(request: HttpRequest, found: Certificate | None, *, code: str, refusal: str) -> HttpResponse:
    language, style = language_of(request), app_files().style + _STYLE
    both = [language, *(other for other in settings_languages() if other != language)]
    blocks = [page_words(found, refusal=refusal, language=each) for each in both]
    context = {
        "html_language": html_language(language),
        "say": sentences(language),
        "title": blocks[0]["heading"],
        "style": style,
        "blocks": blocks,
        "code": found.code if found else code[:20],
        "may_type": found is None and refusal != "too_many",
    }
    status = 200 if found else 429 if refusal == "too_many" else 404 if code else 200
    response = HttpResponse(render_to_string("courses/web/verify.html", context), status=status)
    response["Content-Security-Policy"] = page_policy(styles=style)
    if status == 429:
        response["Retry-After"] = str(SECONDS_TO_WAIT["too-many"])
    return kept_private(response)


def kept_private(response: HttpResponse) -> HttpResponse:
    """No cache keeps it, no search engine lists it, and its address goes nowhere."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
