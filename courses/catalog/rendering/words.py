"""The few sentences that stand in a lesson's HTML besides the trainer's own, in each language."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "check": "Check my answer",
        "true": "True",
        "false": "Not true",
        "place": "Place",
        "place-for": "Place of: {}",
        "partner-for": "Goes with: {}",
        "choose": "Choose",
        "write": "Write a few words",
        "number": "Write a number",
        "number-in": "Write a number ({})",
        "goal": "Try it",
        "holds-in": "What this lesson says holds in {}.",
    },
    "zh-hans": {
        "check": "看看答得怎么样",
        "true": "对",
        "false": "不对",
        "place": "第几步",
        "place-for": "第几步：{}",
        "partner-for": "配哪一个：{}",
        "choose": "选一个",
        "write": "先写几个字",
        "number": "先写一个数",
        "number-in": "先写一个数（{}）",
        "goal": "动手试试",
        "holds-in": "这一课讲的是{}的规定。",
    },
}
