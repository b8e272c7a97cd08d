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
    },
    "zh-hans": {
        "check": "看看答得怎样",
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
    },
}

# What a tool shows, told in words for a phone without script.
TOOLS: Mapping[str, Mapping[str, str]] = {
    "margin-calculator": {
        "en": (
            "The calculator works on a phone that can run it. In words: you sell at ¥40. Goods cost ¥22, packing ¥3, "
            "freight ¥9, the fee is 0.6 %. ¥5.76 are left. If 5 of 100 break, ¥3.77 are left. If 15 break, you lose "
            "¥0.20 on each order."
        ),
        "zh-hans": (
            "这里有个算账的计算器，这部手机的浏览器还打不开。用话说：卖¥40，货¥22，包装¥3，运费¥9，手续费0.6 %，"
            "一单剩¥5.76。100单里碎5单，一单剩¥3.77；碎15单，一单亏¥0.20。"
        ),
    },
    "offer-comparison": {
        "en": (
            "The comparison works on a phone that can run it. In words: one place asks ¥1000 deposit, another ¥600 "
            "fee. With goods for ¥500 and boxes for ¥100 you need ¥1600 or ¥1200 first. The deposit comes back, "
            "the fee does not. The numbers are invented: look yours up, and note the day."
        ),
        "zh-hans": (
            "这里有个比平台的练习，这部手机的浏览器还打不开。用话说：一处要保证金¥1000，一处收费用¥600。"
            "加上货¥500、纸箱¥100，先要¥1600，或者¥1200。保证金能退，费用不退。数是编的，你要自己查，记下日子。"
        ),
    },
    "ranking-sieve": {
        "en": (
            "The sieve works by itself on a phone that can run it. In words: a buyer types “dried shiitake”. "
            "A title with both words stays. A title that says “mountain treasure” falls through, cheap or not."
        ),
        "zh-hans": (
            "这里有个能动手的筛子，这部手机的浏览器还打不开。用话说：买家打“干香菇”。"
            "标题里有这几个字，就留下；只写“山里的宝贝”，再便宜也漏下去。"
        ),
    },
    "ranking-simulator": {
        "en": (
            "The practice shop works on a phone that can run it. In words: five shops sell shiitake. Yours stands "
            "third with 64.7 points. A better photo and faster parcels bring it to 73.7 points: still third, closer. "
            "More sales and reviews bring it to place 2. The numbers are invented."
        ),
        "zh-hans": (
            "这里有个练手的小店，这部手机的浏览器还打不开。用话说：五家店都卖香菇。你排第3，64.7分。"
            "照片拍好、发货快了，升到73.7分：还是第3，差得少了。销量和评价再多些，就到第2。数字是编的。"
        ),
    },
}

OTHER_TOOL: Mapping[str, str] = {
    "en": "This practice works on a phone that can run it. The questions after it need nothing more than reading.",
    "zh-hans": "这个练习，这部手机的浏览器还打不开。后面的题，只读就能答。",
}
