"""Folding in the background. The sweep is the guarantee; the others are only quicker."""

from uuid import UUID

from celery import shared_task

from courses.learning import actions, queries


@shared_task(name="learning.fold")
def fold(*, learners: list[str]) -> None:
    for learner in learners:
        actions.fold_learner(UUID(learner))


@shared_task(name="learning.fold_all_ahead")
def fold_all_ahead() -> None:
    for learner in list(queries.learners_ahead()):
        actions.fold_learner(learner)
