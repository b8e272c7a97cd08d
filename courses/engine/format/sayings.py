"""Everything that is said about content, once and by code, in English and Chinese: what is wrong, and how to mend it.

Whoever finds something makes a `Complaint` of a code and its values; whoever shows it asks for a language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Words(NamedTuple):
    """The same thing named in both languages."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        return self.zh if language == "zh-hans" else self.en


class _Saying(NamedTuple):
    problem: Words
    mend: Words


Value = str | int | Words


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong, or could be better. An unknown code, or a value that is missing, raises KeyError."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def problem(self, language: str) -> str:
        """What is wrong, in `en` or `zh-hans`."""
        return self._told(SAYINGS[self.code].problem, language=language)

    def mend(self, language: str) -> str:
        """What to do about it."""
        return self._told(SAYINGS[self.code].mend, language=language)

    def said(self, language: str) -> str:
        """Both sentences."""
        space = "" if language == "zh-hans" else " "
        return f"{self.problem(language)}{space}{self.mend(language)}"

    def _told(self, words: Words, *, language: str) -> str:
        values = {name: _value(value, language=language) for name, value in self.values.items()}
        return words.in_language(language).format_map(values)


def _value(value: Value, *, language: str) -> str:
    return value.in_language(language) if isinstance(value, Words) else str(value)


# what a shape of the format is called

NAMES = {
    "text": Words("a text", "一段文字"),
    "date": Words("a date", "一个日期"),
    "whole-number": Words("a whole number", "一个整数"),
    "number": Words("a number", "一个数字"),
    "flag": Words("true or false", "true 或 false"),
    "key": Words("a key", "一个键名"),
    "option": Words("an option", "一个选项"),
    "entry": Words("an entry", "一栏中的一项"),
    "columns": Words("the options", "选项"),
    "tool": Words("a tool", "一个工具"),
    "front-matter": Words("the front matter", "文件开头的说明"),
    "outline-lesson": Words("a lesson of the outline", "大纲里的一课"),
    "outline-module": Words("a module of the outline", "大纲里的一个单元"),
    "glossary-entry": Words("a glossary entry", "词汇表的一项"),
    "course": Words("a course", "课程"),
    "fact": Words("a fact", "一条数据"),
    "facts": Words("the facts", "数据"),
    "module": Words("a module", "单元"),
    "languages": Words("a text in languages", "各语言的文字"),
}


LANGUAGE_NAMES = {"en": Words("English", "英文"), "zh-hans": Words("Chinese", "中文")}


def exercise_of(kind: str) -> Words:
    return Words(f"an exercise of type {kind}", f"{kind} 类型的题")


def _saying(problem: str, mend: str, *, zh: tuple[str, str]) -> _Saying:
    return _Saying(problem=Words(problem, zh[0]), mend=Words(mend, zh[1]))


_OF_YAML = {
    "not-wanted": _saying(
        "“{key}” should be {wanted}.", "Write it on one line.", zh=("“{key}”应当是{wanted}。", "请写在一行里。")
    ),
    "empty-key": _saying(
        "“{key}” is empty.",
        "Write {wanted}, or leave the key out.",
        zh=("“{key}”是空的。", "请写上{wanted}，或者删掉这一行。"),
    ),
    "bad-id": _saying(
        "“{text}” cannot be an id.",
        "Use small letters, digits and hyphens, at most 40, such as two-bottles.",
        zh=("“{text}”不能当编号。", "请用小写字母、数字和短横线，最多 40 个，例如 two-bottles。"),
    ),
    "bad-lesson-name": _saying(
        "“{text}” does not name a lesson.",
        "Write module/lesson, such as pc/pc7.",
        zh=("“{text}”不是一课的名字。", "请写成“单元/课”，例如 pc/pc7。"),
    ),
    "not-one-of": _saying(
        "“{key}” cannot be “{text}”.",
        "Write one of: {known}.",
        zh=("“{key}”不能写“{text}”。", "请从这些里选一个：{known}。"),
    ),
    "not-whole": _saying(
        "“{key}” cannot be “{text}”.",
        "Write a whole number from {least} to {most}.",
        zh=("“{key}”不能写“{text}”。", "请写 {least} 到 {most} 之间的整数。"),
    ),
    "not-number": _saying(
        "“{key}” cannot be “{text}”.",
        "Write digits only, such as 5.76; the unit has a key of its own.",
        zh=("“{key}”不能写“{text}”。", "请只写数字，例如 5.76；单位另写一行。"),
    ),
    "not-flag": _saying(
        "“{key}” cannot be “{text}”.",
        "Write true or false.",
        zh=("“{key}”不能写“{text}”。", "请写 true（对）或 false（错）。"),
    ),
    "not-date": _saying(
        "“{text}” is not a date.",
        "Write year-month-day, such as 2026-11-21.",
        zh=("“{text}”不是日期。", "请写成年-月-日，例如 2026-11-21。"),
    ),
    "not-list": _saying(
        "“{key}” should be a list.",
        "Write it in brackets: [a, b].",
        zh=("“{key}”应当是一个列表。", "请写在方括号里：[a, b]。"),
    ),
    "too-few": _saying(
        "“{key}” has too few entries.", "Write at least {least}.", zh=("“{key}”写得太少。", "请至少写 {least} 个。")
    ),
    "missing-key": _saying(
        "“{key}” is missing in {what}.", "Add a line “{key}: …”.", zh=("{what}缺少“{key}”。", "请加一行“{key}: …”。")
    ),
    "unknown-key": _saying(
        "“{key}” is not a key of {what}.",
        "Possible keys: {known}.",
        zh=("{what}没有“{key}”这个键名。", "可以写的有：{known}。"),
    ),
    "misspelt-key": _saying(
        "“{key}” is not a key of {what}.",
        "Did you mean “{near}”?",
        zh=("{what}没有“{key}”这个键名。", "是不是想写“{near}”？"),
    ),
    "not-keys": _saying(
        "“{what}” should be lines of “key: value”.",
        "Put each on a line.",
        zh=("“{what}”应当是一行行的“键名: 内容”。", "请每项写一行。"),
    ),
    "key-twice": _saying(
        "“{key}” stands here twice.", "Remove one of them.", zh=("“{key}”在这里出现了两次。", "请删掉一个。")
    ),
    "sign-with-meaning": _saying(
        "“&” and “*” at the start of a value have a meaning of their own here.",
        "Put the text into double quotes.",
        zh=("内容开头的“&”和“*”在这里另有意思。", "请给这段文字加上英文双引号。"),
    ),
    "not-yaml": _saying(
        "This cannot be read here.",
        "Look at colons, quotes and indentation; put a text with “: ” or “#” into double quotes.",
        zh=("从这里开始读不懂。", "请看看冒号、引号和缩进；文字里有“: ”或“#”时，请加上英文双引号。"),
    ),
    "empty": _saying("This is empty.", "Write the keys.", zh=("这里是空的。", "请把各项写上。")),
}

_OF_A_LESSON = {
    "no-cards": _saying(
        "This lesson has no cards.",
        "Start one with “# Heading”.",
        zh=("这一课没有卡片。", "请写一行“# 标题”，开始一张卡片。"),
    ),
    "no-front-matter": _saying(
        "The front matter is missing.",
        "Begin the file with a line “---”, the keys, and another line “---”.",
        zh=("文件开头缺少说明。", "请先写一行“---”，再写各项，再写一行“---”。"),
    ),
    "before-first-card": _saying(
        "This stands before the first card.",
        "Put a line “# Heading” above it.",
        zh=("这一行写在第一张卡片前面了。", "请在它上面加一行“# 标题”。"),
    ),
    "not-a-heading": _saying(
        "This is not a card's heading.",
        "Write “# ” and the heading of a card; other headings are not used.",
        zh=("这不是卡片的标题。", "请写“# ”再写标题；别的标题写法不用。"),
    ),
    "open-block": _saying(
        "This block is not closed.", "Add a line “```”.", zh=("这一段没有结尾。", "请在后面加一行“```”。")
    ),
    "unknown-block": _saying(
        "This block is unknown.",
        "Write ```exercise or ```tool.",
        zh=("不认识这种段落。", "请写 ```exercise（题）或 ```tool（工具）。"),
    ),
    "second-activity": _saying(
        "A card holds one exercise or tool.",
        "Start a new card above it.",
        zh=("一张卡片只放一道题或一个工具。", "请在它上面开始一张新卡片。"),
    ),
    "second-picture": _saying(
        "A card holds one picture.",
        "Start a new card above it.",
        zh=("一张卡片只放一张图。", "请在它上面开始一张新卡片。"),
    ),
    "second-sound": _saying(
        "A card holds one sound.",
        "Start a new card above it.",
        zh=("一张卡片只放一段录音。", "请在它上面开始一张新卡片。"),
    ),
    "picture-in-text": _saying(
        "A picture stands on a line of its own.",
        "Write ![what it shows](media/file.svg) and nothing else on that line.",
        zh=("图片要单独占一行。", "请在这一行只写 ![图里是什么](media/file.svg)。"),
    ),
    "no-alt": _saying(
        "This picture has no description.",
        "Say in the square brackets what it shows, for people who cannot see it.",
        zh=("这张图没有说明。", "请在方括号里写上图里是什么，给看不见的人听。"),
    ),
    "bad-picture-file": _saying(
        "“{file}” cannot be a picture's file.",
        "Name a file such as media/wet-parcel.svg: small letters, digits, hyphens; svg, webp, png or jpg.",
        zh=(
            "“{file}”不能当图片文件。",
            "请写成 media/wet-parcel.svg 这样：小写字母、数字、短横线；svg、webp、png 或 jpg。",
        ),
    ),
    "bad-sound-file": _saying(
        "“{file}” cannot be a sound's file.",
        "Name a file such as media/two-bottles.ogg: small letters, digits, hyphens; ogg, opus, m4a or mp3.",
        zh=(
            "“{file}”不能当录音文件。",
            "请写成 media/two-bottles.ogg 这样：小写字母、数字、短横线；ogg、opus、m4a 或 mp3。",
        ),
    ),
    "item-twice": _saying(
        "The id “{item}” is used twice.",
        "Give it an id that no other exercise or tool of this lesson has.",
        zh=("编号“{item}”用了两次。", "请换一个这一课里没有用过的编号。"),
    ),
}

_OF_AN_EXERCISE = {
    "no-type": _saying(
        "“type” is missing in an exercise.",
        "Add a line “type: …” with one of: {known}.",
        zh=("题里缺少“type”。", "请加一行“type: …”，从这些里选一个：{known}。"),
    ),
    "option-twice": _saying(
        "Two options have the same id.",
        "Give each its own.",
        zh=("有两个选项的编号相同。", "请让每个选项有自己的编号。"),
    ),
    "answer-twice": _saying(
        "The answer names an option twice.", "Name each once.", zh=("答案里同一个选项写了两次。", "每个只写一次。")
    ),
    "order-incomplete": _saying(
        "The answer does not name every option once.",
        "List all ids.",
        zh=("答案里没有把每个选项各写一次。", "请把所有编号按顺序写上。"),
    ),
    "match-incomplete": _saying(
        "The answer does not pair every left id.",
        "Pair each left id once.",
        zh=("左边有的项没有配上。", "请给左边每一项各配一个。"),
    ),
    "nothing-right": _saying(
        "No option is right.", "Say which option is right.", zh=("没有一个选项是对的。", "请写明哪个选项是对的。")
    ),
    "no-such-option": _saying(
        "The answer names “{item}”, which is no option.",
        "Use one of the option ids: {known}.",
        zh=("答案里写了“{item}”，可没有这个选项。", "请从这些编号里选：{known}。"),
    ),
}

_OF_FILES = {
    "stands-twice": _saying(
        "“{item}” stands here twice.",
        "Give one of them another id.",
        zh=("“{item}”出现了两次。", "请给其中一个换个编号。"),
    ),
    "no-such-lesson": _saying(
        "There is no lesson “{lesson}”.",
        "Name a lesson of this course as module/lesson.",
        zh=("没有“{lesson}”这一课。", "请写这门课程里有的课，格式是“单元/课”。"),
    ),
    "no-course": _saying(
        "There is no course in this folder.",
        "Give the folder that holds <course>/course.yaml.",
        zh=("这个文件夹里没有课程。", "请给出装着 <课程>/course.yaml 的文件夹。"),
    ),
    "not-utf8": _saying(
        "This file cannot be read as UTF-8 text.",
        "Save it as UTF-8.",
        zh=("这个文件不是 UTF-8 文字。", "请另存为 UTF-8 编码。"),
    ),
    "module-not-named": _saying(
        "course.yaml does not name this module.", "Add it there.", zh=("course.yaml 里没有这个单元。", "请在那里加上。")
    ),
    "lesson-not-named": _saying(
        "The lesson “{lesson}” is not named here.",
        "Add it under “lessons”, or remove its folder.",
        zh=("这里没有列出“{lesson}”这一课。", "请加到“lessons”里，或者删掉它的文件夹。"),
    ),
    "no-text": _saying(
        "“{lesson}” has no text.",
        "Write {lesson}/en.md or zh-hans.md, or take it out of the list.",
        zh=("“{lesson}”还没有文字。", "请写 {lesson}/en.md 或 zh-hans.md，或者从列表里去掉。"),
    ),
    "other-name": _saying(
        "The id “{found}” is not the folder's name.",
        "Write “id: {wanted}”, or rename the folder.",
        zh=("编号“{found}”和文件夹的名字不一样。", "请写“id: {wanted}”，或者给文件夹改名。"),
    ),
    "not-canonical": _saying(
        "This is not in canonical form.",
        "Run check_content --fix: it changes the form, never the words.",
        zh=("格式不是统一的写法。", "请运行 check_content --fix：只改格式，不改文字。"),
    ),
}

_OF_MEDIA = {
    "no-file": _saying(
        "There is no file “{file}”.",
        "Put the file there, or mend its name.",
        zh=("找不到文件“{file}”。", "请把文件放进去，或者改对名字。"),
    ),
    "kind-not-used": _saying(
        "This kind of file is not used here.",
        "Take it out of the folder, or save it as svg, webp, png, jpg, ogg, opus, m4a or mp3.",
        zh=("这里不用这种文件。", "请移走，或者存成 svg、webp、png、jpg、ogg、opus、m4a 或 mp3。"),
    ),
    "picture-too-large": _saying(
        "The picture is larger than {most} KB.", "Make it smaller.", zh=("图片超过了 {most} KB。", "请改小一些。")
    ),
    "picture-broken": _saying(
        "The picture cannot be opened.", "Save it once more.", zh=("图片打不开。", "请重新存一遍。")
    ),
    "svg-too-large": _saying(
        "The drawing is larger than {most} KB.", "Draw it simpler.", zh=("图超过了 {most} KB。", "请画得简单些。")
    ),
    "svg-prologue": _saying(
        "The drawing begins with a document type or a style sheet.",
        "Remove that.",
        zh=("图的开头有文档类型或样式表。", "请去掉。"),
    ),
    "svg-broken": _saying(
        "The drawing cannot be read as SVG.",
        "Save it once more as plain SVG.",
        zh=("这张图读不懂。", "请重新存成普通 SVG。"),
    ),
    "svg-no-view-box": _saying(
        "The drawing should be an <svg> with a viewBox.",
        'Add viewBox="0 0 360 300".',
        zh=("图应当是带 viewBox 的 <svg>。", '请加上 viewBox="0 0 360 300"。'),
    ),
    "svg-element": _saying(
        "“{name}” is not allowed in drawings.",
        "Draw it with plain shapes.",
        zh=("图里不能用“{name}”。", "请用普通形状来画。"),
    ),
    "svg-attribute": _saying(
        "“{attribute}” on <{name}> is not allowed in drawings.",
        "Remove it.",
        zh=("图里的 <{name}> 不能写“{attribute}”。", "请去掉。"),
    ),
    "svg-loads": _saying(
        "“{attribute}” on <{name}> loads something from elsewhere.",
        "Draw it here instead.",
        zh=("<{name}> 的“{attribute}”要从别处取东西。", "请直接画在这里。"),
    ),
}

_BEFORE_PUBLISHING = {
    "lesson-without-cards": _saying(
        "The lesson has no cards yet.", "Add one.", zh=("这一课还没有卡片。", "请加一张。")
    ),
    "no-can": _saying(
        "It is not said yet what one can do afterwards.",
        "Write it into “Afterwards I can”.",
        zh=("还没有写学完能做什么。", "请填上“学完我能”这一栏。"),
    ),
    "no-heading": _saying("The card has no heading.", "Write one.", zh=("这张卡片没有标题。", "请写一个。")),
    "picture-untold": _saying(
        "It is not said yet what the picture shows.",
        "Write it below the picture, for people who cannot see it.",
        zh=("还没有写图里是什么。", "请写在图下面，给看不见的人听。"),
    ),
    "line-breaks": _saying(
        "A line of the text cannot begin like this: “{line}”.",
        "Begin it with a word.",
        zh=("文字里这一行的开头不行：“{line}”。", "请用字开头。"),
    ),
    "key-used-twice": _saying(
        "Two exercises or tools have the key “{item}”.",
        "Empty the key of the newer one.",
        zh=("有两道题或工具用了同一个编号“{item}”。", "请把新的那个编号清空。"),
    ),
    "no-prompt": _saying("The question is empty.", "Write it.", zh=("题目还空着。", "请写上。")),
    "no-accepted-text": _saying("No answer is accepted yet.", "Add one.", zh=("还没有写能算对的答案。", "请加一个。")),
    "lesson-twice": _saying(
        "Two lessons have the id “{lesson}”.", "Give one another.", zh=("有两课的编号都是“{lesson}”。", "请改一个。")
    ),
    "other-lessons": _saying(
        "The languages do not have the same lessons in the same order ({lists}).",
        "Publish or move the one that differs.",
        zh=("两种语言的课不一样，或者顺序不同（{lists}）。", "请把不同的那一课发布或移好。"),
    ),
    "item-differs": _saying(
        "The exercise differs between {first} and {second}: type, edition or options.",
        "Make them alike.",
        zh=("{first}和{second}里这道题的类型、版次或选项不一样。", "请改成一样。"),
    ),
    "item-missing": _saying(
        "“{item}” is missing in {language}.",
        "Add it there with the same key, and publish.",
        zh=("{language}里没有“{item}”。", "请在那边加上，编号要一样，再发布。"),
    ),
    "file-gone": _saying("The picture or sound is gone.", "Choose another.", zh=("图片或录音不见了。", "请另选一个。")),
    "photo-too-heavy": _saying(
        "The photo is too heavy.", "Choose a simpler one.", zh=("照片太大。", "请换一张简单些的。")
    ),
    "lesson-too-heavy": _saying(
        "The lesson's text weighs {weight} KB; phones get at most {most} KB.",
        "Make two lessons of it.",
        zh=("这一课的文字有 {weight} KB，手机上最多 {most} KB。", "请分成两课。"),
    ),
}

_ADVICE = {
    "long-sentence": _saying(
        "A sentence has {count} words: “{begin}…”.",
        "Make two of it; up to {most} words are easy to read.",
        zh=("有一句长达 {count} 个字：“{begin}……”。", "请分成两句；{most} 个字以内好读。"),
    ),
    "much-text": _saying(
        "The card has {count} sentences.",
        "Spread them over two cards: a small screen shows about {most}.",
        zh=("这张卡片有 {count} 句话。", "请分到两张卡片上：小屏幕一次大约看 {most} 句。"),
    ),
    "no-picture": _saying(
        "The lesson shows no picture.",
        "One picture says more than three sentences.",
        zh=("这一课没有图。", "一张图胜过三句话，请配一张。"),
    ),
    "no-exercise": _saying(
        "The lesson asks nothing.",
        "Add a question or two: people keep what they have tried.",
        zh=("这一课没有题。", "请加一两道题：试过才记得住。"),
    ),
    "no-reason": _saying(
        "No reason is shown after the answer.",
        "Write one or two sentences into “Why”.",
        zh=("答完以后不显示原因。", "请在“为什么”里写一两句。"),
    ),
    "option-without-reason": _saying(
        "Option “{option}” does not say why it tempts.",
        "Add a sentence for those who choose it.",
        zh=("选项“{option}”没有说明为什么容易选它。", "请给选它的人写一句。"),
    ),
    "right-one-longest": _saying(
        "The right option is much longer than the others: its length gives it away.",
        "Make them about equally long.",
        zh=("对的选项比别的长很多，一看就猜到了。", "请把选项写得差不多长。"),
    ),
    "long-lesson": _saying(
        "The lesson takes {minutes} minutes.",
        "Make two of it: up to {most} minutes fit into a pause.",
        zh=("这一课要 {minutes} 分钟。", "请分成两课：{most} 分钟以内，歇口气就能学完。"),
    ),
    "nearly-too-heavy": _saying(
        "The lesson's text weighs {weight} KB of the {most} KB that phones get.",
        "Add no more to it; begin a new lesson instead.",
        zh=("这一课的文字有 {weight} KB，手机上最多 {most} KB。", "请不要再加，另写一课。"),
    ),
}

SAYINGS: Mapping[str, _Saying] = {
    **_OF_YAML,
    **_OF_A_LESSON,
    **_OF_AN_EXERCISE,
    **_OF_FILES,
    **_OF_MEDIA,
    **_BEFORE_PUBLISHING,
    **_ADVICE,
}
