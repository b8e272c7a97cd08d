"""About keys and values of content files, about how files fit together, and about pictures and sounds."""

from courses.engine.format.sayings.words import saying

OF_VALUES = {
    "not-wanted": saying(
        "“{key}” should be {wanted}.", "Write it on one line.", zh=("“{key}”应当是{wanted}。", "请写在一行里。")
    ),
    "empty-key": saying(
        "“{key}” is empty.",
        "Write {wanted}, or leave the key out.",
        zh=("“{key}”是空的。", "请写上{wanted}，或者删掉这一行。"),
    ),
    "bad-id": saying(
        "“{text}” cannot be an id.",
        "Use small letters, digits and hyphens, at most 40, such as two-bottles.",
        zh=("“{text}”不能当编号。", "请用小写字母、数字和短横线，最多 40 个，例如 two-bottles。"),
    ),
    "bad-lesson-name": saying(
        "“{text}” does not name a lesson.",
        "Write module/lesson, such as pc/pc7.",
        zh=("“{text}”不是一课的名字。", "请写成“单元/课”，例如 pc/pc7。"),
    ),
    "bad-country": saying(
        "“{text}” is not a country.",
        "Write its two small letters of ISO 3166, such as cn.",
        zh=("“{text}”不是国家代码。", "请写 ISO 3166 的两个小写字母，例如 cn。"),
    ),
    "not-one-of": saying(
        "“{key}” cannot be “{text}”.",
        "Write one of: {known}.",
        zh=("“{key}”不能写“{text}”。", "请从这些里选一个：{known}。"),
    ),
    "not-whole": saying(
        "“{key}” cannot be “{text}”.",
        "Write a whole number from {least} to {most}.",
        zh=("“{key}”不能写“{text}”。", "请写 {least} 到 {most} 之间的整数。"),
    ),
    "not-number": saying(
        "“{key}” cannot be “{text}”.",
        "Write digits only, such as 5.76; the unit has a key of its own.",
        zh=("“{key}”不能写“{text}”。", "请只写数字，例如 5.76；单位另写一行。"),
    ),
    "not-flag": saying(
        "“{key}” cannot be “{text}”.",
        "Write true or false.",
        zh=("“{key}”不能写“{text}”。", "请写 true（对）或 false（错）。"),
    ),
    "not-date": saying(
        "“{text}” is not a date.",
        "Write year-month-day, such as 2026-11-21.",
        zh=("“{text}”不是日期。", "请写成年-月-日，例如 2026-11-21。"),
    ),
    "not-list": saying(
        "“{key}” should be a list.",
        "Write it in brackets: [a, b].",
        zh=("“{key}”应当是一个列表。", "请写在方括号里：[a, b]。"),
    ),
    "too-few": saying(
        "“{key}” has too few entries.", "Write at least {least}.", zh=("“{key}”写得太少。", "请至少写 {least} 个。")
    ),
    "missing-key": saying(
        "“{key}” is missing in {what}.", "Add a line “{key}: …”.", zh=("{what}缺少“{key}”。", "请加一行“{key}: …”。")
    ),
    "unknown-key": saying(
        "“{key}” is not a key of {what}.",
        "Possible keys: {known}.",
        zh=("{what}没有“{key}”这个键名。", "可以写的有：{known}。"),
    ),
    "misspelt-key": saying(
        "“{key}” is not a key of {what}.",
        "Did you mean “{near}”?",
        zh=("{what}没有“{key}”这个键名。", "是不是想写“{near}”？"),
    ),
    "not-keys": saying(
        "“{what}” should be lines of “key: value”.",
        "Put each on a line.",
        zh=("“{what}”应当是一行行的“键名: 内容”。", "请每项写一行。"),
    ),
    "key-twice": saying(
        "“{key}” stands here twice.", "Remove one of them.", zh=("“{key}”在这里出现了两次。", "请删掉一个。")
    ),
    "sign-with-meaning": saying(
        "“&” and “*” at the start of a value have a meaning of their own here.",
        "Put the text into double quotes.",
        zh=("内容开头的“&”和“*”在这里另有意思。", "请给这段文字加上英文双引号。"),
    ),
    "not-yaml": saying(
        "This cannot be read here.",
        "Look at colons, quotes and indentation; put a text with “: ” or “#” into double quotes.",
        zh=("从这里开始读不懂。", "请看看冒号、引号和缩进；文字里有“: ”或“#”时，请加上英文双引号。"),
    ),
    "empty": saying("This is empty.", "Write the keys.", zh=("这里是空的。", "请把各项写上。")),
}

OF_FILES = {
    "stands-twice": saying(
        "“{item}” stands here twice.",
        "Give one of them another id.",
        zh=("“{item}”出现了两次。", "请给其中一个换个编号。"),
    ),
    "no-such-lesson": saying(
        "There is no lesson “{lesson}”.",
        "Name a lesson of this course as module/lesson.",
        zh=("没有“{lesson}”这一课。", "请写这门课程里有的课，格式是“单元/课”。"),
    ),
    "no-such-fact": saying(
        "There is no fact “{fact}”.",
        "Name a number of the course’s facts.yaml (at the office: Numbers that change), such as V01.",
        zh=("没有“{fact}”这条数据。", "请写课程 facts.yaml 里有的编号（办公室里在“会变的数”），例如 V01。"),
    ),
    "no-such-term": saying(
        "There is no word “{term}” in the glossary.",
        "Name a word of the course’s glossary by its id, such as ranking.",
        zh=("词汇表里没有“{term}”这个词。", "请写课程词汇表里有的编号，例如 ranking。"),
    ),
    "fact-of-a-country": saying(
        "“{fact}” holds in {country} only, and this card does not say so.",
        "Name the country in the sentence, or mark the lesson with “country: {code}”.",
        zh=("“{fact}”只在{country}算数，这张卡片没有写明。", "请在句子里写明国家，或者给这一课加上“country: {code}”。"),
    ),
    "term-of-a-country": saying(
        "The meaning of “{term}” and its “country” do not agree about {country}.",
        "Write “country: {code}” and name {country} in the meaning, or neither.",
        zh=(
            "“{term}”的解释和它的“country”，在{country}这一点上对不上。",
            "请写“country: {code}”，解释里也写明{country}；或者都不写。",
        ),
    ),
    "no-such-answer": saying(
        "No question before this one has the answer “{answer}”.",
        "Name an earlier question and one of its answers, such as selling/yes.",
        zh=("前面的问题里没有“{answer}”这个回答。", "请写前面的问题和它的一个回答，比如 selling/yes。"),
    ),
    "no-course": saying(
        "There is no course in this folder.",
        "Give the folder that holds <course>/course.yaml.",
        zh=("这个文件夹里没有课程。", "请给出装着 <课程>/course.yaml 的文件夹。"),
    ),
    "not-utf8": saying(
        "This file cannot be read as UTF-8 text.",
        "Save it as UTF-8.",
        zh=("这个文件不是 UTF-8 文字。", "请另存为 UTF-8 编码。"),
    ),
    "module-not-named": saying(
        "course.yaml does not name this module.", "Add it there.", zh=("course.yaml 里没有这个单元。", "请在那里加上。")
    ),
    "lesson-not-named": saying(
        "The lesson “{lesson}” is not named here.",
        "Add it under “lessons”, or remove its folder.",
        zh=("这里没有列出“{lesson}”这一课。", "请加到“lessons”里，或者删掉它的文件夹。"),
    ),
    "no-text": saying(
        "“{lesson}” has no text.",
        "Write {lesson}/en.md or zh-hans.md, or take it out of the list.",
        zh=("“{lesson}”还没有文字。", "请写 {lesson}/en.md 或 zh-hans.md，或者从列表里去掉。"),
    ),
    "other-name": saying(
        "The id “{found}” is not the folder's name.",
        "Write “id: {wanted}”, or rename the folder.",
        zh=("编号“{found}”和文件夹的名字不一样。", "请写“id: {wanted}”，或者给文件夹改名。"),
    ),
    "not-canonical": saying(
        "This is not in canonical form.",
        "Run check_content --fix: it changes the form, never the words.",
        zh=("格式不是统一的写法。", "请运行 check_content --fix：只改格式，不改文字。"),
    ),
}

OF_MEDIA = {
    "no-file": saying(
        "There is no file “{file}”.",
        "Put the file there, or mend its name.",
        zh=("找不到文件“{file}”。", "请把文件放进去，或者改对名字。"),
    ),
    "kind-not-used": saying(
        "This kind of file is not used here.",
        "Take it out of the folder, or save it as svg, webp, png, jpg, ogg, opus, m4a or mp3.",
        zh=("这里不用这种文件。", "请移走，或者存成 svg、webp、png、jpg、ogg、opus、m4a 或 mp3。"),
    ),
    "picture-too-large": saying(
        "The picture is larger than {most} KB.", "Make it smaller.", zh=("图片超过了 {most} KB。", "请改小一些。")
    ),
    "picture-broken": saying(
        "The picture cannot be opened.", "Save it once more.", zh=("图片打不开。", "请重新存一遍。")
    ),
    "svg-too-large": saying(
        "The drawing is larger than {most} KB.", "Draw it simpler.", zh=("图超过了 {most} KB。", "请画得简单些。")
    ),
    "svg-prologue": saying(
        "The drawing begins with a document type or a style sheet.",
        "Remove that.",
        zh=("图的开头有文档类型或样式表。", "请去掉。"),
    ),
    "svg-broken": saying(
        "The drawing cannot be read as SVG.",
        "Save it once more as plain SVG.",
        zh=("这张图读不懂。", "请重新存成普通 SVG。"),
    ),
    "svg-no-view-box": saying(
        "The drawing should be an <svg> with a viewBox.",
        'Add viewBox="0 0 360 300".',
        zh=("图应当是带 viewBox 的 <svg>。", '请加上 viewBox="0 0 360 300"。'),
    ),
    "svg-element": saying(
        "“{name}” is not allowed in drawings.",
        "Draw it with plain shapes.",
        zh=("图里不能用“{name}”。", "请用普通形状来画。"),
    ),
    "svg-attribute": saying(
        "“{attribute}” on <{name}> is not allowed in drawings.",
        "Remove it.",
        zh=("图里的 <{name}> 不能写“{attribute}”。", "请去掉。"),
    ),
    "svg-loads": saying(
        "“{attribute}” on <{name}> loads something from elsewhere.",
        "Draw it here instead.",
        zh=("<{name}> 的“{attribute}”要从别处取东西。", "请直接画在这里。"),
    ),
}
