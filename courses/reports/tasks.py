"""Beat's sweep that keeps the roll-ups up to what is folded."""

from celery import shared_task

from courses.reports import actions, queries


@shared_task(name="reports.count_all_ahead")
def count_all_ahead(**_: object) -> None:
    """Count whoever's record is ahead of her roll-ups, one transaction each; safe to run twice."""
    for learner in list(queries.ahead_of_roll_ups()):
        actions.count_learner(learner=learner)
