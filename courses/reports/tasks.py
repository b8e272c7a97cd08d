"""Beat's sweep that keeps the roll-ups up to what is folded."""

from celery import shared_task

from courses.reports import actions, queries


@shared_task(name="reports.count_all_ahead")
def count_all_ahead(**_: object) -> None:
    """Count whoever's record is ahead of her roll-ups, and again whoever was seated after she had learned."""
    actions.count_afresh(learners=queries.seated_after_learning())
    for learner in queries.ahead_of_roll_ups():
        actions.count_learner(learner=learner)
