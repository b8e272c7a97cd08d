"""The rules that lead from the survey to a path, as tables (CURRICULUM.md, section 7.1).

The twin is `static/app/engine/path-rules.ts`.
"""

from collections.abc import Mapping

# Heaviest first where weights are equal. The first three are the survey's shares, the rest design choices (7.2).
BASE_WEIGHTS: Mapping[str, int] = {
    "pc": 26,
    "ec": 24,
    "in": 15,
    "ra": 12,
    "py": 10,
    "lo": 9,
    "sh": 9,
    "fs": 8,
    "id": 7,
    "tm": 6,
}

# P1–P3: by track, what it adds to a module, and what is offered as a check instead of a lesson.
TRACK_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "begin": {"ec": 10, "id": 5},
    "growing": {"ra": 15, "lo": 15, "sh": 10},
    "advanced": {"ra": 15, "lo": 15, "sh": 10},
}
TRACK_CHECKS: Mapping[str, tuple[str, ...]] = {
    "begin": (),
    "growing": ("ec/ec1", "ec/ec5"),
    "advanced": ("ec/ec1", "ec/ec2", "ec/ec3", "ec/ec4", "ec/ec5", "ec/ec6", "id/id1", "py/py1"),
}
ADVANCED_YEARS = ("1-3", "3-5", "over-5")

# P5–P10: answers to `wants`.
WANTS_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "computer": {"pc": 30},
    "internet": {"in": 30, "ra": 10},
    "online-business": {"ec": 30, "sh": 30, "ra": 20},
    "management": {"lo": 30, "fs": 10},
    "team": {"tm": 30},
    "ideas": {"id": 30},
}

# P11: own words in `wants-other`. Latin words count from the beginning of a word: "live" is not in "delivery".
OTHER_WORDS: tuple[tuple[str, str, int], ...] = (
    (r"支付|骗|(?:^|[^a-z])(?:scam|pay)", "py", 30),
    (r"食品|安全|(?:^|[^a-z])(?:food|trust)", "fs", 30),
    (r"排名|首页|(?:^|[^a-z])rank", "ra", 30),
    (r"物流|快递|(?:^|[^a-z])freight", "lo", 30),
    (r"直播|视频|(?:^|[^a-z])live", "sh", 20),
)

# P20, P22: who knows a thing well is asked five questions instead of being taught it.
PC_CHECKS = ("pc/pc1", "pc/pc2", "pc/pc3", "pc/pc4", "pc/pc5")
IN_CHECKS = ("in/in1", "in/in2", "in/in5")

# P36: no paid advertising before she can count what is left of an order.
ALWAYS_NEEDS = (("ra/ra6", "ec/ec7"),)

# 7.2: whose turn it is, by rank from 0, again and again.
TURNS = (0, 0, 1, 2, 3)

# P12: whose examples she sees.
PLATFORMS = ("taobao", "wechat", "jd", "other")

# P36: she can spot a phishing before she opens a shop.
PHISHING, OPEN_A_SHOP = "py/py3", "ec/ec5"
