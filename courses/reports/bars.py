"""The overview's rows with bars: the stages of all, and centre beside centre; figures with their shares in percent."""

from typing import Any

from django.utils.translation import gettext

from courses.reports import queries

SMALL_GROUP = 10


def stages(totals: queries.Totals) -> list[dict[str, Any]]:
    """Each stage with its figures, its share of the stage before, and shares of all who joined (for the bars)."""
    everybody = queries.Stage(people=totals.joined, up_to=totals.joined)
    figures = [
        (gettext("Joined"), everybody),
        (gettext("Started a lesson"), totals.started),
        (gettext("Finished a lesson"), totals.finished),
        (gettext("Mastered the module"), totals.mastered),
    ]
    stages: list[dict[str, Any]] = []
    for label, stage in figures:
        before = stages[-1]["people"] if stages else 0
        stages.append(
            {
                "label": label,
                "people": stage.people,
                "up_to": stage.up_to,
                "share": _share(stage.people, totals.joined),
                "share_up_to": _share(stage.up_to, totals.joined),
                "of_before": spoken_share(stage.people, before),
            }
        )
    return stages


def beside(one: queries.OfCentre) -> dict[str, Any]:
    """A centre's row beside the others: how many, from how many heard, and how far they are."""
    totals = one.totals
    stages = [totals.finished, totals.mastered]
    return {
        "centre": one.centre,
        "totals": totals,
        "heard_share": spoken_share(totals.heard, totals.joined),
        "stages": [
            {
                "people": stage.people,
                "up_to": stage.up_to,
                "share": _share(stage.people, totals.joined),
                "share_up_to": _share(stage.up_to, totals.joined),
            }
            for stage in stages
        ],
    }


def spoken_share(part: int, whole: int) -> str:
    """In percent; nothing where fewer people stand behind it than a figure may stand on."""
    return gettext("%(share)s %%") % {"share": _share(part, whole)} if whole >= SMALL_GROUP else ""


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
