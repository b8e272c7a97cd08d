"""A lesson with a card for every tool, in both languages; the tool's id is its name."""

from courses.engine.format import Card, Lesson, Tool
from courses.engine.format.items import TOOL_NAMES

TITLES = {"en": "Every practice", "zh-hans": "样样都练"}
_OTHERS = {"en": "Try it, as often as you like.", "zh-hans": "动手试试，想试几次都行。"}
_GOALS = {
    "ad-auction": {"en": "Win the place, and keep something of each order.", "zh-hans": "拿到位置，每单还有得剩。"},
    "case-desk": {"en": "Close five complaints, lawfully and calmly.", "zh-hans": "合法、和气地了结五件投诉。"},
    "chat-trainer": {"en": "Answer four buyers so that they stay.", "zh-hans": "四个买家，回得让人愿意留下。"},
    "code-cards": {"en": "Put each code where it belongs.", "zh-hans": "每个码放到该放的地方。"},
    "computer-hour": {"en": "Make the card for your hour.", "zh-hans": "做一张“电脑一小时”的卡片。"},
    "data-jar": {"en": "Get through the week with 500 MB.", "zh-hans": "用500 MB过完一周。"},
    "decision-path": {"en": "Find for six sellers what they need.", "zh-hans": "给六个卖家找到该办的。"},
    "device-parts": {"en": "Find six parts, then leave the computer safely.", "zh-hans": "认出六样，再稳稳关机。"},
    "file-sorter": {"en": "Put twelve files where you find them again.", "zh-hans": "收好十二个文件，回头找得到。"},
    "form-finder": {"en": "Find the form that fits four stories.", "zh-hans": "给四个故事找到合适的形式。"},
    "highest-bid": {"en": "Find the highest bid for three ads.", "zh-hans": "给三个广告找出最高出价。"},
    "honest-photos": {"en": "Tell honest pictures from misleading ones.", "zh-hans": "分清哪些图实在，哪些骗眼睛。"},
    "keyboard": {"en": "Bring the line of the note onto the screen.", "zh-hans": "把纸条上那行字打出来。"},
    "margin-calculator": {"en": "Find the breakage at which nothing is left.", "zh-hans": "找出碎到几成，一分不剩。"},
    "message-check": {"en": "Decide six messages after looking.", "zh-hans": "六条消息，查了再拿主意。"},
    "mini-sheet": {"en": "Find the order that lost money.", "zh-hans": "填好表，找出亏钱的那单。"},
    "money-path": {"en": "Ship at the right moment, four times.", "zh-hans": "四笔订单，都在对的时候发货。"},
    "offer-comparison": {"en": "Look up two places, with their day.", "zh-hans": "查两处，记下日子。"},
    "order-the-steps": {"en": "Put the steps of an order one after the other.", "zh-hans": "把一笔订单一步步排好。"},
    "password-builder": {"en": "Make a password of words, and keep the code.", "zh-hans": "用词做个密码，码不给人。"},
    "permission-cards": {"en": "Allow only what an app needs.", "zh-hans": "用得着的才允许。"},
    "photo-crop": {"en": "Make four clear main pictures.", "zh-hans": "做四张清楚的主图。"},
    "ranking-buyer": {"en": "Find what a buyer really needs.", "zh-hans": "找到买家真正要的。"},
    "ranking-sieve": {"en": "Let your card stay in the sieve.", "zh-hans": "让你的卡片留在筛子里。"},
    "ranking-simulator": {"en": "Bring your shop to place 2.", "zh-hans": "让你的店排到第2。"},
    "results-page": {"en": "Find the right page past the ads, twice.", "zh-hans": "绕开广告，两回都找到对的网页。"},
    "rule-hunt": {
        "en": "Find three rules and the days from which they hold.",
        "zh-hans": "找到三条规则，看清从哪天算数。",
    },
    "shop-opening": {"en": "Open the shop past the traps.", "zh-hans": "绕开陷阱把店开好。"},
    "snowball-days": {"en": "Bring the new shop through ten days.", "zh-hans": "带着新店过完十天。"},
    "spot-the-phishing": {"en": "See ten of twelve messages rightly.", "zh-hans": "十二条消息看对十条。"},
    "text-editor": {"en": "Put the page right, then save it.", "zh-hans": "把这页改对，再保存。"},
    "title-builder": {"en": "Write a true title that three buyers find.", "zh-hans": "写个真标题，三个买家搜得到。"},
    "touchpad": {"en": "Do five errands with one finger.", "zh-hans": "一根手指，办成五件事。"},
}


def every_tool(language: str) -> Lesson:
    title = TITLES[language]
    cards = [
        Card(heading=title, tool=Tool(id=name, name=name, goal=_GOALS.get(name, _OTHERS)[language]))
        for name in TOOL_NAMES
    ]
    return Lesson(id="tz1", title=title, minutes=8, can=title, cards=tuple(cards))
