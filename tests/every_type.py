"""A lesson that asks in every way there is, in both languages."""

from courses.engine.format import Lesson
from courses.engine.format.lessons import parse_lesson

TITLES = {"en": "Asked in every way", "zh-hans": "样样都问"}
_CARDS = {
    "en": """---
id: px1
title: Asked in every way
minutes: 8
needs: []
helps: []
digcomp: ["5.2"]
can: I can answer in every way there is.
---
# Begin

Mei sells dried shiitake. Help her through one order.

# What first?

```exercise
id: one
type: choice
prompt: What does Mei look at first?
options:
  - id: a
    text: The price
    why: Many look there. But first it must be seen.
  - id: b
    text: The title
    why: Yes. Words come first.
answer: b
why: A search reads titles.
```

# What belongs in?

```exercise
id: several
type: choice
prompt: What belongs in the parcel?
options:
  - id: a
    text: The mushrooms
  - id: b
    text: A dry bag
  - id: c
    text: A wet leaf
    why: It spoils the rest.
answer: [a, b]
why: Dry goods stay dry in a bag.
```

# True or not?

```exercise
id: truth
type: true-false
prompt: A photo in daylight shows the colour best.
answer: true
why: Lamps make it yellow.
```

# What is left?

```exercise
id: money
type: numeric
prompt: Price ¥40, goods ¥22, packing ¥3, freight ¥9, fee 0.6 %. What is left of one order?
answer: 5.76
tolerance: 0.01
unit: ¥
why: 40 − 0.24 − 22 − 3 − 9 = 5.76.
```

# How much does it weigh?

```exercise
id: weight
type: numeric
prompt: Three bags of 4 kg go to one shop. How heavy are they together?
answer: 12
unit: kg
why: 3 × 4 = 12.
```

# One after another

```exercise
id: steps
type: order
prompt: In which order does Mei send a parcel?
options:
  - id: a
    text: Tape it
  - id: b
    text: Put it in
  - id: c
    text: Hand it over
answer: [b, a, c]
why: What is in is taped, what is taped can go.
```

# Which is which?

```exercise
id: pairs
type: match
prompt: Who does what?
options:
  left:
    - id: a
      text: The search
    - id: b
      text: The buyer
  right:
    - id: "1"
      text: pays
    - id: "2"
      text: reads words
answer: {a: "2", b: "1"}
why: The search reads, the buyer pays.
```

# Which pile?

```exercise
id: piles
type: match
prompt: Keep or throw away?
options:
  left:
    - id: a
      text: Dry and whole
    - id: b
      text: Mouldy
    - id: c
      text: Dry, broken in two
  right:
    - id: keep
      text: Keep
    - id: away
      text: Throw away
answer: {a: keep, b: away, c: keep}
why: Mould spoils the rest.
```

# One word

```exercise
id: word
type: text-entry
prompt: What is the list of search results sorted by called?
answer: [ranking, the ranking]
why: Rank is the place in a row.
```
""",
    "zh-hans": """---
id: px1
title: 样样都问
minutes: 8
needs: []
helps: []
digcomp: ["5.2"]
can: 各种题我都会答。
---
# 开头

阿梅卖干香菇。帮她走完一单。

# 先看什么？

```exercise
id: one
type: choice
prompt: 阿梅先看什么？
options:
  - id: a
    text: 价格
    why: 很多人先看这个。可是要先被搜到。
  - id: b
    text: 标题
    why: 对，先看词。
answer: b
why: 搜索读的是标题。
```

# 放什么？

```exercise
id: several
type: choice
prompt: 包裹里放什么？
options:
  - id: a
    text: 香菇
  - id: b
    text: 干袋子
  - id: c
    text: 湿树叶
    why: 它会弄坏别的。
answer: [a, b]
why: 干货装袋才不潮。
```

# 对不对？

```exercise
id: truth
type: true-false
prompt: 白天拍的照片，颜色最准。
answer: true
why: 灯光会发黄。
```

# 还剩多少？

```exercise
id: money
type: numeric
prompt: 卖40元，货22元，包装3元，运费9元，手续费0.6%。一单还剩多少？
answer: 5.76
tolerance: 0.01
unit: ¥
why: 40 − 0.24 − 22 − 3 − 9 = 5.76。
```

# 有多重？

```exercise
id: weight
type: numeric
prompt: 三袋货，一袋4公斤，一共多重？
answer: 12
unit: kg
why: 3 × 4 = 12。
```

# 一步一步

```exercise
id: steps
type: order
prompt: 阿梅寄包裹，先后怎么排？
options:
  - id: a
    text: 贴胶带
  - id: b
    text: 装进去
  - id: c
    text: 交给快递
answer: [b, a, c]
why: 装好才贴，贴好才寄。
```

# 谁配谁？

```exercise
id: pairs
type: match
prompt: 谁做什么？
options:
  left:
    - id: a
      text: 搜索
    - id: b
      text: 买家
  right:
    - id: "1"
      text: 付钱
    - id: "2"
      text: 读词
answer: {a: "2", b: "1"}
why: 搜索读词，买家付钱。
```

# 分两堆

```exercise
id: piles
type: match
prompt: 留下还是扔掉？
options:
  left:
    - id: a
      text: 又干又整
    - id: b
      text: 发霉的
    - id: c
      text: 干的，断成两半
  right:
    - id: keep
      text: 留下
    - id: away
      text: 扔掉
answer: {a: keep, b: away, c: keep}
why: 发霉的会弄坏别的。
```

# 一个词

```exercise
id: word
type: text-entry
prompt: 搜出来的东西谁先谁后，叫什么？
answer: [排序, 排名]
why: 排在第几，就是排序。
```
""",
}


def every_type(language: str) -> Lesson:
    """The lesson `px/px1`."""
    return parse_lesson(_CARDS[language], path=f"px1/{language}.md")
