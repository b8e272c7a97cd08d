"""Is the site alive, and is all of it up? `/healthz` asks nothing; `/readyz` asks every part."""

from collections.abc import Callable

from celery import current_app
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from kombu.exceptions import OperationalError

from courses.catalog.models import CurrentRelease
from courses.web import heartbeat

_migrated: set[str] = set()


def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the web server answers at all."""
    return _answer({}, ready=True)


def readyz(request: HttpRequest) -> HttpResponse:
    """200 when every part is up, else 503; the JSON says for each part whether it is."""
    parts = {name: _holds(question) for name, question in _QUESTIONS.items()}
    return _answer(parts, ready=all(parts.values()))


def _answer(parts: dict[str, bool], *, ready: bool) -> HttpResponse:
    response = JsonResponse({"ready": ready, **parts}, status=200 if ready else 503)
    response["Cache-Control"] = "no-store"
    response._has_been_logged = True  # type: ignore[attr-defined]  # "not yet" is an answer, not an error in the log
    return response


def _holds(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except (DatabaseError, OperationalError, OSError):
        return False


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _migrations_are_done() -> bool:
    """Looked up until it is true once: the code of a running process gets no new migrations."""
    if connection.alias not in _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.add(connection.alias)
    return True


def _content_is_loaded() -> bool:
    return CurrentRelease.objects.exists()


def _broker_answers() -> bool:
    """Asked on a connection of its own: the cache on the same server hides it when the server is away."""
    with current_app.connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, interval_start=0, timeout=2)
    return True


_QUESTIONS: dict[str, Callable[[], bool]] = {
    "database": _database_answers,
    "migrations": _migrations_are_done,
    "content": _content_is_loaded,
    "broker": _broker_answers,
    "worker": heartbeat.is_fresh,
}
