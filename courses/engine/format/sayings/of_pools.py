"""About an assessment: as a file, and before it is offered."""

from courses.engine.format.sayings.words import saying

OF_A_POOL = {
    "not-in-a-pool": saying(
        "This does not belong here.",
        "Write “# ra1” to name a lesson, and below it its exercises in ```exercise blocks.",
        zh=("这一行不该写在这里。", "请写“# ra1”指出是哪一课，再在下面写 ```exercise（题）。"),
    ),
    "pool-has-the-name": saying(
        "A lesson cannot be called “assessment”.",
        "Choose another id for it.",
        zh=("一课的编号不能叫“assessment”。", "请换一个编号。"),
    ),
    "pool-too-small": saying(
        "The assessment has {count} exercises.",
        "Write at least {least}, so that neighbours are asked different ones.",
        zh=("测试里有 {count} 道题。", "请至少写 {least} 道，这样邻居之间题目不一样。"),
    ),
    "pool-other-lesson": saying(
        "“{item}” is about “{lesson}”, which is no lesson of this module.",
        "Name a lesson that is published.",
        zh=("“{item}”写的是“{lesson}”，这个单元里没有这一课。", "请写一个已经发布的课。"),
    ),
    "pool-rests-on-fact": saying(
        "“{item}” rests on a dated fact.",
        "Ask something that stays true, and take the fact out.",
        zh=("“{item}”用到会过时的数据。", "请换成不会变的问题，并去掉这条数据。"),
    ),
    "pool-answers-differ": saying(
        "“{item}” has another answer in the other language.",
        "Give both languages the same answer.",
        zh=("“{item}”在两种语言里答案不一样。", "请让两种语言的答案相同。"),
    ),
}
