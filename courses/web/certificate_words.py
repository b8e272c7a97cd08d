"""What a certificate and the page that checks it say, in each language."""

import calendar
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from courses.documents.certificates import CertificateWords
from courses.learning.models import Certificate
from courses.web.lesson_page import html_language

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "site": "Xiangke 乡课",
        "heading": "Certificate",
        "lead": "has mastered",
        "assessment": "Verified by assessment",
        "trainer": "Verified by trainer",
        "look_up": "Scan this, or open the address, to check it",
        "valid": "This certificate is valid",
        "revoked": "This certificate is no longer valid",
        "revoked_text": "It was taken back on {}. Please ask the centre that gave it.",
        "asked": "Check a certificate",
        "asked_text": "Type the ten letters and digits that stand on it.",
        "unknown": "We do not know this code",
        "unknown_text": "Please compare each sign with the paper. A code has ten letters and digits.",
        "too_many": "Many codes were tried from here",
        "too_many_text": "Please wait a quarter of an hour, then try again.",
        "what": "What",
        "when": "When",
        "how": "How",
        "who": "Who",
        "hidden": "The name is not shown here. The paper may show it.",
        "code": "Code",
        "check": "Check",
    },
    "zh-hans": {
        "site": "乡课 Xiangke",
        "heading": "证书",
        "lead": "学会了",
        "assessment": "通过测试证明",
        "trainer": "老师亲眼看过，签字证明",
        "look_up": "扫一扫，或打开网址，可以查真假",
        "valid": "这张证书有效",
        "revoked": "这张证书已经不用了",
        "revoked_text": "{}收回了。想知道原因，请问发证的中心。",
        "asked": "查一张证书",
        "asked_text": "请输入证书上的十个字母和数字。",
        "unknown": "没有找到这个码",
        "unknown_text": "请照着证书，一个一个再对一对。码是十个字母和数字。",
        "too_many": "这里试了很多次",
        "too_many_text": "请过一刻钟再试。",
        "what": "学会了",
        "when": "日期",
        "how": "怎么证明的",
        "who": "姓名",
        "hidden": "本人没有公开姓名，证书上可能写着。",
        "code": "码",
        "check": "查一查",
    },
}


def words(language: str) -> Mapping[str, str]:
    """All of them in one language (`en`, `zh-hans`)."""
    return _WORDS[language]


def day(at: datetime, *, language: str) -> str:
    """The day where the site is, as people there write it."""
    local = timezone.localtime(at)
    if language == "zh-hans":
        return f"{local.year}年{local.month}月{local.day}日"
    return f"{local.day} {calendar.month_name[local.month]} {local.year}"


def said(certificate: Certificate, *, language: str) -> tuple[str, list[str]]:
    """What it stands for: the module's title and its sentences, in this language if they exist in it."""
    found: Mapping[str, Any] = certificate.says.get(language) or next(iter(certificate.says.values()), {})
    return found.get("title", certificate.module), list(found.get("can", []))


def document_words(certificate: Certificate, *, address: str) -> CertificateWords:
    """What the document says, in the language in which it was claimed. `address` is where it is checked."""
    language = certificate.language
    say = words(language)
    title, can = said(certificate, language=language)
    lang, region = ("zh", "cn") if language == "zh-hans" else ("en", "gb")
    return CertificateWords(
        lang=lang,
        region=region,
        site=say["site"],
        heading=say["heading"],
        name=certificate.name,
        lead=say["lead"],
        title=title,
        can=can,
        day=day(certificate.earned_at, language=language),
        way=say[certificate.way],
        look_up=say["look_up"],
        address=address,
    )


def page_words(certificate: Certificate | None, *, refusal: str, language: str) -> Mapping[str, object]:
    """What the page that checks a code says in one language; `refusal`: `asked`, `unknown` or `too_many`."""
    say = words(language)
    spoken: dict[str, object] = {"lang": html_language(language), "say": say}
    if certificate is None:
        return spoken | {"heading": say[refusal], "text": say[f"{refusal}_text"]}
    title, can = said(certificate, language=language)
    shown = {"title": title, "day": day(certificate.earned_at, language=language), "way": say[certificate.way]}
    if certificate.revoked_at:
        text = say["revoked_text"].format(day(certificate.revoked_at, language=language))
        return spoken | {"heading": say["revoked"], "text": text, **shown}
    name = certificate.name if certificate.show_name else ""
    return spoken | {"heading": say["valid"], "name": name, "can": can, "is_valid": True, **shown}
