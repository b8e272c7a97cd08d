"""What the page of a learner's pass says, in each language. It is read by whoever scans it, and printed."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "The pass of {}",
        "title_unnamed": "A learner’s pass",
        "lead": "It brings your lessons, and all that you did, to another phone.",
        "here": "Learn on this phone",
        "no_script": "This browser cannot run the app. Open the address in the phone’s own browser.",
        "scan": "On the other phone, open the camera and scan the square.",
        "tap": "Tap “Learn on this phone”. It asks: Is this you?",
        "type": "Or type this code in the app, under “I have learned on another phone”:",
        "keep": "Keep it like a key: who has it can learn in your name. If it is lost, your trainer ends it.",
        "qr": "The square to scan",
        "print": "Print",
        "over": "This pass is not open any more",
        "over_text": "What you did is safe. Your first phone shows a new pass, and your trainer can print one.",
        "too_many": "Many passes were tried from here",
        "too_many_text": "Please wait a quarter of an hour, then try again.",
    },
    "zh-hans": {
        "title": "{}的学习证",
        "title_unnamed": "学习证",
        "lead": "带着它，你的课和学过的都能到另一部手机上。",
        "here": "用这部手机学",
        "no_script": "这个浏览器打不开学习的页面。请用手机自带的浏览器打开这个网址。",
        "scan": "用另一部手机的相机扫一扫这个方块。",
        "tap": "点“用这部手机学”，它会问：这是你吗？",
        "type": "也可以在“我在别的手机上学过”里输入这个码：",
        "keep": "像钥匙一样收好：谁拿着它，谁就能用你的名字学。丢了就告诉老师，老师会让它作废。",
        "qr": "要扫的方块",
        "print": "打印",
        "over": "这张学习证已经不用了",
        "over_text": "你学过的都在。原来的手机上能看到新的，老师也能给你打印一张。",
        "too_many": "这里试了很多次",
        "too_many_text": "请过一刻钟再试。",
    },
}


def words(language: str) -> Mapping[str, str]:
    """All of them in one language (`en`, `zh-hans`)."""
    return _WORDS[language]
