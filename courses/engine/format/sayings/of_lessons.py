"""About a lesson: as a file, before it is published, and advice."""

from courses.engine.format.sayings.words import saying

OF_A_LESSON = {
    "no-cards": saying(
        "This lesson has no cards.",
        "Start one with “# Heading”.",
        zh=("这一课没有卡片。", "请写一行“# 标题”，开始一张卡片。"),
    ),
    "no-front-matter": saying(
        "The front matter is missing.",
        "Begin the file with a line “---”, the keys, and another line “---”.",
        zh=("文件开头缺少说明。", "请先写一行“---”，再写各项，再写一行“---”。"),
    ),
    "before-first-card": saying(
        "This stands before the first card.",
        "Put a line “# Heading” above it.",
        zh=("这一行写在第一张卡片前面了。", "请在它上面加一行“# 标题”。"),
    ),
    "not-a-heading": saying(
        "This is not a card's heading.",
        "Write “# ” and the heading of a card; other headings are not used.",
        zh=("这不是卡片的标题。", "请写“# ”再写标题；别的标题写法不用。"),
    ),
    "open-block": saying(
        "This block is not closed.", "Add a line “```”.", zh=("这一段没有结尾。", "请在后面加一行“```”。")
    ),
    "unknown-block": saying(
        "This block is unknown.",
        "Write ```exercise or ```tool.",
        zh=("不认识这种段落。", "请写 ```exercise（题）或 ```tool（工具）。"),
    ),
    "second-activity": saying(
        "A card holds one exercise or tool.",
        "Start a new card above it.",
        zh=("一张卡片只放一道题或一个工具。", "请在它上面开始一张新卡片。"),
    ),
    "second-picture": saying(
        "A card holds one picture.",
        "Start a new card above it.",
        zh=("一张卡片只放一张图。", "请在它上面开始一张新卡片。"),
    ),
    "second-sound": saying(
        "A card holds one sound.",
        "Start a new card above it.",
        zh=("一张卡片只放一段录音。", "请在它上面开始一张新卡片。"),
    ),
    "picture-in-text": saying(
        "A picture stands on a line of its own.",
        "Write ![what it shows](media/file.svg) and nothing else on that line.",
        zh=("图片要单独占一行。", "请在这一行只写 ![图里是什么](media/file.svg)。"),
    ),
    "no-alt": saying(
        "This picture has no description.",
        "Say in the square brackets what it shows, for people who cannot see it.",
        zh=("这张图没有说明。", "请在方括号里写上图里是什么，给看不见的人听。"),
    ),
    "bad-picture-file": saying(
        "“{file}” cannot be a picture's file.",
        "Name a file such as media/wet-parcel.svg: small letters, digits, hyphens; svg, webp, png or jpg.",
        zh=(
            "“{file}”不能当图片文件。",
            "请写成 media/wet-parcel.svg 这样：小写字母、数字、短横线；svg、webp、png 或 jpg。",
        ),
    ),
    "bad-sound-file": saying(
        "“{file}” cannot be a sound's file.",
        "Name a file such as media/two-bottles.ogg: small letters, digits, hyphens; ogg, opus, m4a or mp3.",
        zh=(
            "“{file}”不能当录音文件。",
            "请写成 media/two-bottles.ogg 这样：小写字母、数字、短横线；ogg、opus、m4a 或 mp3。",
        ),
    ),
    "item-twice": saying(
        "The id “{item}” is used twice.",
        "Give it an id that no other exercise or tool of this lesson has.",
        zh=("编号“{item}”用了两次。", "请换一个这一课里没有用过的编号。"),
    ),
}

OF_AN_EXERCISE = {
    "no-type": saying(
        "“type” is missing in an exercise.",
        "Add a line “type: …” with one of: {known}.",
        zh=("题里缺少“type”。", "请加一行“type: …”，从这些里选一个：{known}。"),
    ),
    "option-twice": saying(
        "Two options have the same id.",
        "Give each its own.",
        zh=("有两个选项的编号相同。", "请让每个选项有自己的编号。"),
    ),
    "answer-twice": saying(
        "The answer names an option twice.", "Name each once.", zh=("答案里同一个选项写了两次。", "每个只写一次。")
    ),
    "order-incomplete": saying(
        "The answer does not name every option once.",
        "List all ids.",
        zh=("答案里没有把每个选项各写一次。", "请把所有编号按顺序写上。"),
    ),
    "match-incomplete": saying(
        "The answer does not pair every left id.",
        "Pair each left id once.",
        zh=("左边有的项没有配上。", "请给左边每一项各配一个。"),
    ),
    "tolerance-below-zero": saying(
        "The tolerance is below zero.",
        "Write how far off is still right, such as 0.01; leave it out for exactly this number.",
        zh=("允许的误差小于零。", "请写差多少还算对，比如0.01；要正好这个数，就不写。"),
    ),
    "nothing-right": saying(
        "No option is right.", "Say which option is right.", zh=("没有一个选项是对的。", "请写明哪个选项是对的。")
    ),
    "no-such-option": saying(
        "The answer names “{item}”, which is no option.",
        "Use one of the option ids: {known}.",
        zh=("答案里写了“{item}”，可没有这个选项。", "请从这些编号里选：{known}。"),
    ),
}

BEFORE_PUBLISHING = {
    "lesson-without-cards": saying("The lesson has no cards yet.", "Add one.", zh=("这一课还没有卡片。", "请加一张。")),
    "no-can": saying(
        "It is not said yet what one can do afterwards.",
        "Write it into “Afterwards I can”.",
        zh=("还没有写学完能做什么。", "请填上“学完我能”这一栏。"),
    ),
    "no-heading": saying("The card has no heading.", "Write one.", zh=("这张卡片没有标题。", "请写一个。")),
    "picture-untold": saying(
        "It is not said yet what the picture shows.",
        "Write it below the picture, for people who cannot see it.",
        zh=("还没有写图里是什么。", "请写在图下面，给看不见的人听。"),
    ),
    "line-breaks": saying(
        "A line of the text cannot begin like this: “{line}”.",
        "Begin it with a word.",
        zh=("文字里这一行的开头不行：“{line}”。", "请用字开头。"),
    ),
    "key-used-twice": saying(
        "Two exercises or tools have the key “{item}”.",
        "Empty the key of the newer one.",
        zh=("有两道题或工具用了同一个编号“{item}”。", "请把新的那个编号清空。"),
    ),
    "no-prompt": saying("The question is empty.", "Write it.", zh=("题目还空着。", "请写上。")),
    "option-empty": saying(
        "An option is still empty.", "Write it, or take it away.", zh=("有一个选项还空着。", "请写上，或者删掉。")
    ),
    "options-alike": saying(
        "Two options say the same: “{text}”.",
        "Make them different, so that a learner can tell them apart.",
        zh=("有两个选项的文字一样：“{text}”。", "请改得不一样，学员才分得清。"),
    ),
    "tool-unfinished": saying(
        "The tool is not chosen yet, or has no goal.", "Fill in both.", zh=("工具还没选，或者没写目标。", "请都填上。")
    ),
    "no-accepted-text": saying("No answer is accepted yet.", "Add one.", zh=("还没有写能算对的答案。", "请加一个。")),
    "lesson-twice": saying(
        "Two lessons have the id “{lesson}”.", "Give one another.", zh=("有两课的编号都是“{lesson}”。", "请改一个。")
    ),
    "other-lessons": saying(
        "The languages do not have the same lessons in the same order ({lists}).",
        "Publish or move the one that differs.",
        zh=("两种语言的课不一样，或者顺序不同（{lists}）。", "请把不同的那一课发布或移好。"),
    ),
    "country-differs": saying(
        "“country” differs between {first} and {second}.",
        "Write the same in both, or leave it out of both.",
        zh=("{first}和{second}里的“country”不一样。", "请写成一样，或者都不写。"),
    ),
    "item-differs": saying(
        "The exercise differs between {first} and {second}: type, edition or options.",
        "Make them alike.",
        zh=("{first}和{second}里这道题的类型、版次或选项不一样。", "请改成一样。"),
    ),
    "item-missing": saying(
        "“{item}” is missing in {language}.",
        "Add it there with the same key, and publish.",
        zh=("{language}里没有“{item}”。", "请在那边加上，编号要一样，再发布。"),
    ),
    "file-gone": saying("The picture or sound is gone.", "Choose another.", zh=("图片或录音不见了。", "请另选一个。")),
    "file-of-other-kind": saying(
        "A picture stands where a sound belongs, or a sound where a picture belongs.",
        "Choose another.",
        zh=("该放录音的地方放了图片，或者该放图片的地方放了录音。", "请另选一个。"),
    ),
    "photo-too-heavy": saying(
        "The photo is too heavy.", "Choose a simpler one.", zh=("照片太大。", "请换一张简单些的。")
    ),
    "lesson-too-heavy": saying(
        "The lesson's text weighs {weight} KB; phones get at most {most} KB.",
        "Make two lessons of it.",
        zh=("这一课的文字有 {weight} KB，手机上最多 {most} KB。", "请分成两课。"),
    ),
}

ADVICE = {
    "long-sentence": saying(
        "A sentence has {count} words: “{begin}…”.",
        "Make two of it; up to {most} words are easy to read.",
        zh=("有一句长达 {count} 个字：“{begin}……”。", "请分成两句；{most} 个字以内好读。"),
    ),
    "much-text": saying(
        "The card has {count} sentences.",
        "Spread them over two cards: a small screen shows about {most}.",
        zh=("这张卡片有 {count} 句话。", "请分到两张卡片上：小屏幕一次大约看 {most} 句。"),
    ),
    "no-picture": saying(
        "The lesson shows no picture.",
        "One picture says more than three sentences.",
        zh=("这一课没有图。", "一张图胜过三句话，请配一张。"),
    ),
    "no-exercise": saying(
        "The lesson asks nothing.",
        "Add a question or two: people keep what they have tried.",
        zh=("这一课没有题。", "请加一两道题：试过才记得住。"),
    ),
    "no-reason": saying(
        "No reason is shown after the answer.",
        "Write one or two sentences into “Why”.",
        zh=("答完以后不显示原因。", "请在“为什么”里写一两句。"),
    ),
    "option-without-reason": saying(
        "Option “{option}” does not say why it tempts.",
        "Add a sentence for those who choose it.",
        zh=("选项“{option}”没有说明为什么容易选它。", "请给选它的人写一句。"),
    ),
    "right-one-longest": saying(
        "The right option is much longer than the others: its length gives it away.",
        "Make them about equally long.",
        zh=("对的选项比别的长很多，一看就猜到了。", "请把选项写得差不多长。"),
    ),
    "long-lesson": saying(
        "The lesson takes {minutes} minutes.",
        "Make two of it: up to {most} minutes fit into a pause.",
        zh=("这一课要 {minutes} 分钟。", "请分成两课：{most} 分钟以内，歇口气就能学完。"),
    ),
    "nearly-too-heavy": saying(
        "The lesson's text weighs {weight} KB of the {most} KB that phones get.",
        "Add no more to it; begin a new lesson instead.",
        zh=("这一课的文字有 {weight} KB，手机上最多 {most} KB。", "请不要再加，另写一课。"),
    ),
}
