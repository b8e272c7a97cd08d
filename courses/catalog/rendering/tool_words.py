"""What a practice shows, in words: for a phone whose browser cannot run it, and where there is no script."""

from collections.abc import Mapping

# What a tool shows, told in words for a phone without script.
TOOLS: Mapping[str, Mapping[str, str]] = {
    "ad-auction": {
        "en": (
            "The auction works on a phone that can run it. In words: the place for the ad goes by bid and by clicks, "
            "so 0.8 with 5 of 100 clicks stands before 1.2 with 3. ¥12 left and 8 of 100 who buy: at most ¥0.96 a "
            "click."
        ),
        "zh-hans": (
            "这里能试广告出价，这部手机的浏览器还打不开。用话说：广告位看出价，也看点的人多不多：0.8元、100人里5人点，"
            "排在1.2元、3人点的前面。一单剩12元、100人点开8人买，点一次最多出0.96元。"
        ),
    },
    "case-desk": {
        "en": (
            "The desk works on a phone that can run it. In words: dried goods may come back within 7 days, "
            "fresh ones need not, rotten ones are a case of quality. Refund within 7 days of the return, in the"
            " order. Attach the order, the packing video, the parcel’s way. Stay calm."
        ),
        "zh-hans": (
            "这里有张处理投诉的桌子，这部手机的浏览器还打不开。用话说：干货7天内可退，鲜货可以不退，烂了是质量"
            "问题。收到退货，7天内在订单里退款。证据用订单、打包视频、物流。别急，好好说。"
        ),
    },
    "chat-trainer": {
        "en": (
            "The chats run on a phone that can run them. In words: greet, give a fact, offer the next step. Say"
            " the day, not soon. Stay in the shop’s chat, where all is kept. Ask for no ID. Who says no more "
            "adverts gets none."
        ),
        "zh-hans": (
            "这里有几段能回的聊天，这部手机的浏览器还打不开。用话说：先问好，说实情，给下一步。说哪一天，不说“"
            "快了”。就在店里聊，有记录。不要别人的身份证。人家说别发广告，就不再发。"
        ),
    },
    "code-cards": {
        "en": (
            "The cards work on a phone that can run them. In words: a receive code only brings money, it may "
            "hang on the wall. A pay code, its 18 digits, a PIN and a code from a message are for nobody who "
            "asks."
        ),
        "zh-hans": (
            "这里有一副码卡，这部手机的浏览器还打不开。用话说：收款码只收钱，贴墙上也行。付款码、下面的18位数字、"
            "支付密码、短信验证码，谁要都不给。"
        ),
    },
    "computer-hour": {
        "en": (
            "The card works on a phone that can run it. On paper: write down up to three jobs for the hour, and what "
            "to bring for each. Leave ID photos and passwords at home. In the last ten minutes: copy your work, "
            "clear Downloads, log out, take the stick along."
        ),
        "zh-hans": (
            "这里能做一张卡片，这部手机的浏览器还打不开。用纸也行：写下这一小时最多三件事，每件要带什么。身份证照片和"
            "密码不带。留十分钟：拷回文件，清空下载，退出登录，拔下U盘。"
        ),
    },
    "data-jar": {
        "en": (
            "The jar empties on a phone that can run it. In words: text takes little, photos more, video most. "
            "An hour of film is more than 500 MB. Load big things over Wi-Fi, turn auto-play off, let updates "
            "wait. A lesson of this course takes less than 1 MB, and nothing once it is on your phone."
        ),
        "zh-hans": (
            "这里有个会见底的流量罐，这部手机的浏览器还打不开。用话说：字最省，照片费些，视频最费，一小时的戏就超"
            "过500 MB。大的连Wi-Fi下载，关掉自动播放，更新等一等。这里一课不到1 MB，下载过就不再花"
            "。"
        ),
    },
    "decision-path": {
        "en": (
            "The path works on a phone that can run it. In words, in China: who cooks or brews asks the county "
            "office first. Packed food from a factory: register and file. Own harvest or handwork: no "
            "registration, but a notice. All others register."
        ),
        "zh-hans": (
            "这里有一条能走的路，这部手机的浏览器还打不开。用话说：自己煮的、酿的，先问县里。厂里包装好的食品，要"
            "登记，要备案。自家种的、手工做的，不用登记，要公示。别的都要登记。"
        ),
    },
    "device-parts": {
        "en": (
            "The drawn computer works on a phone that can run it. In words: the screen shows, the case keeps the "
            "files, keyboard and mouse are for your hands, a USB stick goes into the USB port. Log in, work, save, "
            "log out, shut down in the menu."
        ),
        "zh-hans": (
            "这里画了一台能点的电脑，这部手机的浏览器还打不开。用话说：显示器管显示，主机里存文件，键盘鼠标是给手用"
            "的，U盘插USB口。先登录，干活，保存，退出登录，再从菜单关机。"
        ),
    },
    "file-sorter": {
        "en": (
            "The folders work on a phone that can run them. In words: one folder each for photos of goods, "
            "papers, prices and orders, parcel proofs, family. Good names begin with the day: "
            "2026-11-03_honey_front.jpg."
        ),
        "zh-hans": (
            "这里能动手收拾文件，这部手机的浏览器还打不开。用话说：商品照片、证件合同、价格订单、包裹凭证、家里的"
            "，各放一个文件夹。名字先写日期：2026-11-03_蜂蜜_正面.jpg。"
        ),
    },
    "form-finder": {
        "en": (
            "The finder works on a phone that can run it. In words, in China: one person or family, a household "
            "business. Five or more, nearly all farmers, one voice each: a cooperative. Where the share counts: "
            "a company."
        ),
        "zh-hans": (
            "这里有个选形式的练习，这部手机的浏览器还打不开。用话说：一个人或一家人，办个体户。五人以上，差不多都"
            "是农民，一人一票，办合作社。按出资算，办公司。"
        ),
    },
    "highest-bid": {
        "en": (
            "The bids work on a phone that can run them. In words: an order leaves ¥6, and 4 of 100 who click buy. So "
            "a click may cost ¥6 × 4 of 100 = ¥0.24, and no more. Where others bid above it, let them have the place."
        ),
        "zh-hans": (
            "这里能试广告出价，这部手机的浏览器还打不开。用话说：一单剩¥6，100人点开4人买，"
            "点一下最多出¥6 × 4% = ¥0.24。别人出得更高，位置就让给他。"
        ),
    },
    "honest-photos": {
        "en": (
            "The pictures work on a phone that can run them. In words: to cut, to straighten, to brighten as by day is "
            "honest. To deepen the colour, to fake the size, to paint over mould misleads: the parcel shows it."
        ),
        "zh-hans": (
            "这里有十组前后照片，这部手机的浏览器还打不开。用话说：裁一裁、转正、调到白天那么亮，都实在。"
            "颜色调深、大小作假、把霉点涂掉，是骗眼睛，包裹一拆就露了。"
        ),
    },
    "keyboard": {
        "en": (
            "The keyboard works on a phone that can run it. In words: Shift gives big letters and upper signs, "
            "Backspace takes away what stands before the cursor. Pinyin brings words to choose from. Writing by "
            "hand or by voice is as good. Read weight and price once more before Enter."
        ),
        "zh-hans": (
            "这里有个能打字的键盘，这部手机的浏览器还打不开。用话说：Shift打大写和上面的符号，退格删掉光标前面的字。"
            "打拼音，词就出来让你选。手写、说话一样行。按回车前，斤两和价钱再看一遍。"
        ),
    },
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
    "message-check": {
        "en": (
            "The check runs on a phone that can run it. In words: before you pass a message on, ask who says "
            "it, from when it is, and where else it stands. A picture is quickly made, a voice can be copied: "
            "call back on the number you know. Food heals no illness."
        ),
        "zh-hans": (
            "这里有六条能查的消息，这部手机的浏览器还打不开。用话说：转之前先问，谁说的，几时的，别处有没有。图"
            "几下就能改，声音也能仿，打你原来记的号问一句。吃的治不了病。"
        ),
    },
    "mini-sheet": {
        "en": (
            "The sheet works on a phone that can run it. In words: each order stands in a row. Bags × price comes in, "
            "the costs go out, the rest is left: =B2*C2, =D2-E2, and =SUM(F2:F8) for all. "
            "¥630 came in, only ¥188 are left."
        ),
        "zh-hans": (
            "这里有一张会算的表，这部手机的浏览器还打不开。用话说：一单一行。袋数乘单价是收入，减去成本是剩下的："
            "=B2*C2，=D2-E2，合计=SUM(F2:F8)。收进来¥630，剩下只有¥188。"
        ),
    },
    "money-path": {
        "en": (
            "The path moves on a phone that can run it. In words: the buyer pays, the platform holds the money,"
            " you ship, the buyer confirms, then the money is yours. A refund goes back from what is held. A "
            "picture of a payment is no payment: look into your own order list."
        ),
        "zh-hans": (
            "这里有一条会动的钱路，这部手机的浏览器还打不开。用话说：买家付款，平台存着；你发货，买家确认收货，"
            "钱才到你手里。退款从存着的钱里退。付款截图不算付款，看自己的订单列表。"
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
    "order-the-steps": {
        "en": (
            "The cards work on a phone that can run them. In words: the buyer searches, compares, orders and "
            "pays. The money waits. The seller accepts, packs, the courier carries, the buyer signs. Only then "
            "the seller gets the money."
        ),
        "zh-hans": (
            "这里有一副能排的卡，这部手机的浏览器还打不开。用话说：买家搜、比、下单、付钱，钱先存着。卖家接单、打"
            "包，快递送到，买家签收。这时卖家才收到钱。"
        ),
    },
    "password-builder": {
        "en": (
            "The builder works on a phone that can run it. In words: four words that have nothing to do with "
            "each other make a password that nobody guesses. Your name, year and village do not. And no caller "
            "needs your code."
        ),
        "zh-hans": (
            "这里能动手做密码，这部手机的浏览器还打不开。用话说：四个不相干的词，谁也猜不出。名字、年份、村名都不"
            "行。谁打电话来要验证码，都不给。"
        ),
    },
    "permission-cards": {
        "en": (
            "The cards work on a phone that can run them. In words: a torch needs no contacts. A courier app may "
            "use the camera for the label. A seller app may use it for your goods. Refuse what an app does not "
            "need."
        ),
        "zh-hans": (
            "这里有一副权限卡，这部手机的浏览器还打不开。用话说：手电筒用不着通讯录。快递应用扫单子，要用相机；卖"
            "家应用拍商品，也要用。用不着的，就不允许。"
        ),
    },
    "photo-crop": {
        "en": (
            "The photos work on a phone that can run them. In words: put the frame around what you sell, so that it is "
            "whole and large and nothing else is in it. Turn the light until it looks as in the sun, not paler."
        ),
        "zh-hans": (
            "这里能动手裁照片，这部手机的浏览器还打不开。用话说：框住要卖的东西，要完整、要大，别的都不要。"
            "亮度调到像太阳下看的那样，不要调得发白。"
        ),
    },
    "ranking-buyer": {
        "en": (
            "The list works on a phone that can run it. In words: a buyer looks from the top and stops at the first "
            "shop that fits. By price, by sales, by reviews, another shop is on top."
        ),
        "zh-hans": (
            "这里能当一回买家，这部手机的浏览器还打不开。用话说：买家从上往下看，看到第一家合适的就停。按价格、"
            "按销量、按评分，排在前面的店都不一样。"
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
    "results-page": {
        "en": (
            "The page can be tapped on a phone that can run it. In words: search with two or three exact words."
            " A result with the word Ad was paid for. Read the title, the name of the site and the date, and "
            "only then open."
        ),
        "zh-hans": (
            "这里有一页能点的搜索结果，这部手机的浏览器还打不开。用话说：用两三个准的词去搜。写着“广告”的，是"
            "花了钱的。先看题目，看是谁，看日子，再点开。"
        ),
    },
    "rule-hunt": {
        "en": (
            "The hunt runs on a phone that can run it. In words: look a rule up in the platform’s own rule "
            "centre, not in a group. Read from which day it holds: not the day it was published. At least seven"
            " days lie between. Note the date, the rule, the place and what to do."
        ),
        "zh-hans": (
            "这里有个能翻的规则中心，这部手机的浏览器还打不开。用话说：规则到平台自己的规则中心查，别信群里的图"
            "。看哪天施行，不是哪天公布，中间至少隔七天。日子、规则、在哪里、要做什么，记在本子上。"
        ),
    },
    "shop-opening": {
        "en": (
            "The practice market works on a phone that can run it. In words: account, identity, bank card, kind "
            "of goods, papers, deposit, freight and return address, first product, a test order. Give nobody the "
            "code, pay no “activation fee”."
        ),
        "zh-hans": (
            "这里有个练手的集市，这部手机的浏览器还打不开。用话说：先注册，再实名、绑卡、选类目、交证件、交保证金"
            "、设运费和退货地址、上架、自己试买。验证码不给人，“激活费”不交。"
        ),
    },
    "snowball-days": {
        "en": (
            "The ten days work on a phone that can run them. In words: a better place is seen by more, more buy, and "
            "the place gets better. Bought sales shine three days; then they are found, and the shop stands last."
        ),
        "zh-hans": (
            "这里能试开店头十天，这部手机的浏览器还打不开。用话说：排得前，看的人多，买的人多，又排得更前。刷来的销量"
            "风光三天，查出来就垫底。"
        ),
    },
    "spot-the-phishing": {
        "en": (
            "The messages work on a phone that can run them. In words: hurry, secrecy, a prize, a link to sign "
            "in, a wish for your code or your screen are signs. A message that asks for nothing is mostly real. "
            "Check by a way you know."
        ),
        "zh-hans": (
            "这里有十二条消息能练，这部手机的浏览器还打不开。用话说：催你、要你瞒人、说你中奖、发链接让你登录、要"
            "验证码、要共享屏幕，都是露馅的地方。什么也不要的，多半是真的。走自己认识的路去查。"
        ),
    },
    "text-editor": {
        "en": (
            "The editor works on a phone that can run it. In words: select first, then act. Copy leaves the "
            "original, cut takes it away, paste puts it where the cursor stands. Undo brings back what was. "
            "Write short lines: what it is, weight, origin, how to keep it."
        ),
        "zh-hans": (
            "这里有一页能改的文字，这部手机的浏览器还打不开。用话说：先选，再动手。复制留着原文，剪切把它拿走，粘贴贴在"
            "光标那里，错了就撤销。一行写一样：是什么、多重、哪里产、怎么存放。"
        ),
    },
    "title-builder": {
        "en": (
            "The words work on a phone that can run them. In words: buyers type “dried shiitake 500 g”, so these words "
            "belong in the title. “Best” is forbidden, “fresh” and “gift box” are not true of a bag of dried ones. "
            "What nobody types only takes room."
        ),
        "zh-hans": (
            "这里有一块块的词，能拼标题，这部手机的浏览器还打不开。用话说：买家搜“干香菇500克”，标题里就写这几个词。"
            "“最好”广告法不让写；袋装的干货，写“鲜”、写“礼盒”都不真。没人搜的词，白占地方。"
        ),
    },
    "touchpad": {
        "en": (
            "The mouse pad works on a phone that can run it. In words: one left click picks, two open, a right "
            "click shows the menu. Two fingers or the wheel scroll the page. Hold left, move and let go to carry. "
            "A link needs one click. A turning ring says: wait."
        ),
        "zh-hans": (
            "这里有块能滑的触摸板，这部手机的浏览器还打不开。用话说：左键点一下是选，点两下是开，点右键看菜单。"
            "两指一滑，或转滚轮，页面就滚动。按住左键移过去再松开，就是拖。链接点一下就够。圆圈在转，就等一等。"
        ),
    },
}

OTHER_TOOL: Mapping[str, str] = {
    "en": "This practice works on a phone that can run it. The questions after it need nothing more than reading.",
    "zh-hans": "这个练习，这部手机的浏览器还打不开。后面的题，只读就能答。",
}
