"""Sentences of the API and the pages around it, in both languages. Short, warm, blaming nobody."""

from collections.abc import Mapping

from django.http import HttpRequest

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "bad-request": {
        "en": "This cannot be read as it was sent.",
        "zh-hans": "发来的内容没有读懂。",
    },
    "busy": {
        "en": "Many people are learning just now. Your phone tries again by itself.",
        "zh-hans": "现在学习的人很多，手机过一会儿会自己再试。",
    },
    "certificate-revoked": {
        "en": "This certificate is no longer valid. Your trainer knows why.",
        "zh-hans": "这张证书已经不用了，可以问问老师。",
    },
    "code-used-up": {
        "en": "All seats of this code are taken. Your trainer can give you a new one.",
        "zh-hans": "这个码的名额已满，请老师给你一个新的。",
    },
    "conflict": {
        "en": "Something changed in the meantime. Please look again.",
        "zh-hans": "刚才有了变化，请再看一下。",
    },
    "expired-code": {
        "en": "This code is no longer valid. Your trainer can give you a new one.",
        "zh-hans": "这个码已经过期，请老师给你一个新的。",
    },
    "gone": {
        "en": "This is no longer kept here.",
        "zh-hans": "这里已经没有这些内容了。",
    },
    "invalid": {
        "en": "Something is missing or not as expected.",
        "zh-hans": "少了一点内容，或者和预期不一样。",
    },
    "locked-there": {
        "en": "You had a lock here. Your pass, or a code from your trainer, brings you back.",
        "zh-hans": "你在这里上过锁。用学习证，或者请老师给个码，就能回来。",
    },
    "malformed": {
        "en": "This could not be read. What you did is safe on the phone.",
        "zh-hans": "这次没有读懂。你学的内容都还在手机里。",
    },
    "method-not-allowed": {
        "en": "This address works in another way.",
        "zh-hans": "这个地址不是这样用的。",
    },
    "name-missing": {
        "en": "Please write the name that should stand on it.",
        "zh-hans": "请写上证书上的名字。",
    },
    "name-too-long": {
        "en": "This name is too long for one line. Please write a shorter one.",
        "zh-hans": "这个名字一行放不下，请写短一点。",
    },
    "no-assessment": {
        "en": "There is no test for this module yet. Your lessons are all here.",
        "zh-hans": "这个单元还没有测试，课都可以照常学。",
    },
    "no-certificate": {
        "en": "There is no certificate for this module yet. Pass its test, or ask your trainer.",
        "zh-hans": "这个单元还没有证书。通过测试，或请老师来看你做一遍。",
    },
    "not-allowed": {
        "en": "This is not open to you.",
        "zh-hans": "这里你暂时不能进入。",
    },
    "not-found": {
        "en": "There is nothing here.",
        "zh-hans": "这里没有内容。",
    },
    "not-from-here": {
        "en": "This was asked from another page. Please open Xiangke and try there.",
        "zh-hans": "这是从别的页面来的。请打开乡课，在那里再试。",
    },
    "not-remembered": {
        "en": "This phone does not know you any more. Your pass, or a code from your trainer, brings you back.",
        "zh-hans": "这部手机不记得你了。用学习证，或者请老师给个码，就能回来。",
    },
    "other-bytes": {
        "en": "Something was lost on the way. Your phone sends it once more by itself.",
        "zh-hans": "路上丢了一点，手机会自己再发一遍。",
    },
    "rest-first": {
        "en": "Not quite yet, and that is fine. From tomorrow you can try again.",
        "zh-hans": "这次还差一点，没关系。明天起可以再试。",
    },
    "revoked-device": {
        "en": "This phone was stopped by your centre. What you did on it is kept.",
        "zh-hans": "中心停用了这部手机。你在上面学的都留着。",
    },
    "something-broke": {
        "en": "Something broke on our side. What you did is safe on the phone.",
        "zh-hans": "我们这边出了点问题。你学的内容都还在手机里。",
    },
    "too-large": {
        "en": "That was too much at once. Your phone sends it in smaller parts.",
        "zh-hans": "一次发得太多了，手机会分几次再发。",
    },
    "too-many": {
        "en": "Too many tries. Please wait a quarter of an hour.",
        "zh-hans": "试的次数太多了，请过一刻钟再试。",
    },
    "unknown-attachment": {
        "en": "Your question has to arrive first. Your phone tries again by itself.",
        "zh-hans": "要等问题先送到，手机过一会儿会自己再试。",
    },
    "unknown-code": {
        "en": "We do not know this code. Please compare each sign once more.",
        "zh-hans": "没有找到这个码，请一个字一个字再对一对。",
    },
    "used-code": {
        "en": "This code has brought you to another phone already. Your trainer can give you a new one.",
        "zh-hans": "这个码已经在别的手机上用过了，请老师再给你一个。",
    },
    "wrong-read": {
        "en": "This phone cannot do this for you. Please use the phone you learn on.",
        "zh-hans": "这部手机不能替你做这件事，请用你学习的那部手机。",
    },
    "wrong-token": {
        "en": "This phone is not known here. What you did is safe on the phone.",
        "zh-hans": "这里还不认识这部手机。你学的内容都还在手机里。",
    },
}


def sentence(code: str, *, family: str, language: str) -> str:
    """The sentence of a refusal's code, or of its family where the code has none."""
    texts = SENTENCES.get(code) or SENTENCES[family]
    return texts[language]


def speak(request: HttpRequest, language: str) -> str:
    """Answer this request in the language that its body asks for; gives the one of ours."""
    request.META["XIANGKE_LANGUAGE"] = language
    return language_of(request)


def language_of(request: HttpRequest) -> str:
    """What the body asked for, `?language=`, else the first of our languages in Accept-Language, else Chinese."""
    wishes = [
        request.META.get("XIANGKE_LANGUAGE", ""),
        request.GET.get("language", ""),
        *request.headers.get("accept-language", "").split(","),
    ]
    for wish in wishes:
        tag = wish.split(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh-hans"
        if tag.startswith("en"):
            return "en"
    return "zh-hans"
