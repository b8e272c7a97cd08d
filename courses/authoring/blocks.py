"""What a lesson is put together from in the editor: cards, and in a card a picture, a text, an exercise or a tool.

Each exercise type is a block of its own, so that a trainer meets only the fields that belong to it. Letters of
options and keys of exercises may stay empty: `tidying` fills them when the page is saved.
"""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

from courses.authoring.choosers import LibraryFileBlock, drawing_chooser, sound_chooser
from courses.engine.format.items import TOOL_NAMES


class CardsField(StreamField):
    """A StreamField whose blocks stay out of migrations: they are forms, and the column is JSON whatever they are."""

    def deconstruct(self) -> Any:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs


TOOL_LABELS = {
    "ad-auction": _("Ad auction: who gets the paid place, and does it pay?"),
    "case-desk": _("Case desk: five complaints, the answer and the proof"),
    "chat-trainer": _("Chat trainer: four buyers, and what to answer"),
    "code-cards": _("Code cards: which code may be shown?"),
    "computer-hour": _("Computer hour: a card with jobs, files and the way out"),
    "data-jar": _("Data jar: a week with 500 MB"),
    "decision-path": _("Decision path: register, file, licence or notice?"),
    "device-parts": _("Parts of a computer: six parts, five steps"),
    "file-sorter": _("File sorter: twelve files, five folders"),
    "form-finder": _("Form finder: household business, cooperative or company?"),
    "highest-bid": _("Highest bid: what may a click cost?"),
    "honest-photos": _("Honest photos: which change misleads?"),
    "keyboard": _("Keyboard: one line by keys, by hand or by voice"),
    "margin-calculator": _("Margin calculator: what is left of one order?"),
    "message-check": _("Message check: who says it, when, where else?"),
    "mini-sheet": _("Small sheet: a cash book that counts"),
    "money-path": _("Money path: where is the coin, and when to ship?"),
    "offer-comparison": _("Comparison: which place to sell needs what?"),
    "order-the-steps": _("Order the steps: the journey of one order"),
    "password-builder": _("Password builder: four words and a call"),
    "permission-cards": _("Permission cards: what does this app need?"),
    "photo-crop": _("Photo: frame and light for a main picture"),
    "ranking-buyer": _("Be the buyer: where does she stop looking?"),
    "ranking-sieve": _("Sieve: which goods does a search find?"),
    "ranking-simulator": _("Ranking simulator: who stands first?"),
    "results-page": _("Results page: the words, the ads, the page to open"),
    "rule-hunt": _("Rule hunt: three rules among twenty notices, and their days"),
    "shop-opening": _("Shop opening: ten steps and two traps"),
    "snowball-days": _("Snowball: ten days of a shop"),
    "spot-the-phishing": _("Spot the phishing: twelve messages, real or false"),
    "text-editor": _("Text editor: a messy page put right"),
    "title-builder": _("Title builder: true words that buyers type"),
    "touchpad": _("Touchpad: click, double click, right click, drag"),
}


def _key() -> blocks.Block:
    help_text = _(
        "Leave it empty for something new. The same exercise has the same key in every language, and keeps it."
    )
    return blocks.RegexBlock(
        regex=r"^[a-z0-9][a-z0-9-]{0,39}$",
        label=_("Key"),
        required=False,
        help_text=help_text,
        error_messages={"invalid": _("Use small letters, digits and hyphens.")},
    )


def _letter() -> blocks.Block:
    return blocks.RegexBlock(
        regex=r"^[a-z0-9][a-z0-9-]{0,39}$", label=_("Letter"), required=False, help_text=_("May stay empty.")
    )


def _prompt() -> blocks.Block:
    return blocks.CharBlock(label=_("Question"), help_text=_("One or two short sentences."))


def _why() -> blocks.Block:
    help_text = _("Shown after the answer, right or wrong. Say the reason, blame nobody.")
    return blocks.CharBlock(label=_("Why"), required=False, help_text=help_text)


def _option_why() -> blocks.Block:
    return blocks.CharBlock(label=_("Why it tempts, or why it is right"), required=False)


def _edition() -> blocks.Block:
    help_text = _("Raise it by one when you changed what is asked, so that old answers no longer count for it.")
    return blocks.IntegerBlock(label=_("Edition"), default=1, min_value=1, help_text=help_text)


def _fact() -> blocks.Block:
    help_text = _("Only where the answer rests on a dated fact, such as V02.")
    return blocks.CharBlock(label=_("Fact"), required=False, help_text=help_text)


def _two_or_more(entry: blocks.StructBlock, *, label: Promise, help_text: Promise | str = "") -> blocks.Block:
    """A list that is shown with two empty entries to fill. Each names all its fields, or the form shows "undefined"."""
    empty = [dict(entry.get_default()) for _place in range(2)]
    return blocks.ListBlock(entry, label=label, min_num=2, default=empty, help_text=help_text)


class ChoiceOption(blocks.StructBlock):
    letter = _letter()
    text = blocks.CharBlock(label=_("Option"))
    right = blocks.BooleanBlock(label=_("This is right"), required=False)
    why = _option_why()


class Choice(blocks.StructBlock):
    prompt = _prompt()
    options = _two_or_more(ChoiceOption(), label=_("Options"))
    several = blocks.BooleanBlock(
        label=_("Several may be ticked"), required=False, help_text=_("Then exactly the right ones must be ticked.")
    )
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "radio-full"
        label = _("Question with options")


class TrueFalse(blocks.StructBlock):
    prompt = _prompt()
    answer = blocks.ChoiceBlock(label=_("Answer"), choices=[("true", _("true")), ("false", _("not true"))])
    why_true = blocks.CharBlock(label=_("Said to someone who chose “true”"), required=False)
    why_false = blocks.CharBlock(label=_("Said to someone who chose “not true”"), required=False)
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "check"
        label = _("True or not")


class Numeric(blocks.StructBlock):
    prompt = _prompt()
    answer = blocks.FloatBlock(label=_("Answer"))
    tolerance = blocks.FloatBlock(
        label=_("How far off is still right"), required=False, min_value=0, help_text=_("Empty: exactly this number.")
    )
    unit = blocks.CharBlock(label=_("Unit"), required=False, help_text=_("Such as ¥ or kg."))
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "decimal"
        label = _("Number")


class Step(blocks.StructBlock):
    letter = _letter()
    text = blocks.CharBlock(label=_("Step"))
    place = blocks.IntegerBlock(label=_("Its place"), min_value=1, help_text=_("1 for what comes first."))
    why = _option_why()


class Order(blocks.StructBlock):
    prompt = _prompt()
    steps = _two_or_more(
        Step(), label=_("Steps"), help_text=_("In the mixed order in which a learner first sees them.")
    )
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "list-ol"
        label = _("Put in order")


class LeftEntry(blocks.StructBlock):
    letter = _letter()
    text = blocks.CharBlock(label=_("Left"))
    partner = blocks.CharBlock(label=_("Goes with"), help_text=_("The letter or number of its entry on the right."))


class RightEntry(blocks.StructBlock):
    letter = _letter()
    text = blocks.CharBlock(label=_("Right"))


class Match(blocks.StructBlock):
    prompt = _prompt()
    left = _two_or_more(LeftEntry(), label=_("Left column"))
    right = _two_or_more(
        RightEntry(), label=_("Right column"), help_text=_("In the mixed order. It may hold more entries.")
    )
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "link"
        label = _("Find the partners")


class TextEntry(blocks.StructBlock):
    prompt = _prompt()
    answers = blocks.ListBlock(
        blocks.CharBlock(label=_("Accepted answer")),
        label=_("Accepted answers"),
        min_num=1,
        help_text=_("Every way of writing that is right. Capitals and spaces do not matter."),
    )
    why = _why()
    key = _key()
    edition = _edition()
    fact = _fact()

    class Meta:
        icon = "edit"
        label = _("Word to type")


class Practice(blocks.StructBlock):
    name = blocks.ChoiceBlock(label=_("Tool"), choices=[(name, TOOL_LABELS[name]) for name in TOOL_NAMES])
    goal = blocks.CharBlock(label=_("Goal"), help_text=_("What to try or to find, in one sentence."))
    key = _key()

    class Meta:
        icon = "cogs"
        label = _("Tool to practise with")


class Drawing(blocks.StructBlock):
    file = LibraryFileBlock(label=_("Drawing"), chooser=drawing_chooser)
    alt = blocks.CharBlock(label=_("What it shows"), help_text=_("For people who cannot see it; also read aloud."))

    class Meta:
        icon = "image"
        label = _("Drawing from the library")


class Photo(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Photo"))
    alt = blocks.CharBlock(label=_("What it shows"), help_text=_("For people who cannot see it; also read aloud."))

    class Meta:
        icon = "upload"
        label = _("Photo of your own")


class OnePicture(blocks.StreamBlock):
    drawing = Drawing()
    photo = Photo()


class OneExercise(blocks.StreamBlock):
    """The names are the types of the course format."""

    choice = Choice()
    true_false = TrueFalse()
    numeric = Numeric()
    order = Order()
    match = Match()
    text_entry = TextEntry()


class OneActivity(OneExercise):
    """At most one exercise or tool."""

    tool = Practice()


class CardBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    picture = OnePicture(label=_("Picture"), required=False, max_num=1)
    sound = LibraryFileBlock(label=_("Sound"), chooser=sound_chooser, required=False)
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        rows=3,
        help_text=_("One or two short sentences. **Bold**, and [a word](term:ranking) opens the glossary."),
    )
    activity = OneActivity(label=_("Exercise or tool"), required=False, max_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Card")
        label_format = "{heading}"


class CardsBlock(blocks.StreamBlock):
    card = CardBlock()


class PoolItemBlock(blocks.StructBlock):
    heading = blocks.RegexBlock(
        regex=r"^[a-z0-9][a-z0-9-]{0,39}$",
        label=_("Lesson it is about"),
        help_text=_("The id of a lesson of this module, such as ra1."),
        error_messages={"invalid": _("Use small letters, digits and hyphens.")},
    )
    activity = OneExercise(label=_("Exercise"), min_num=1, max_num=1)

    class Meta:
        icon = "help"
        label = _("Exercise")
        label_format = "{heading}"


class PoolBlock(blocks.StreamBlock):
    item = PoolItemBlock()
