"""Settings of the one site. Everything that differs between machines comes from the environment.

DATABASE_URL, REDIS_URL    switch from the embedded SQLite and Valkey to servers
XIANGKE_DATA               the folder of all state (default `var/`)
XIANGKE_HOSTS              host names served, separated by commas (default: all, for a machine on the village Wi-Fi)
XIANGKE_SECOND_FACTOR      `required`: operators and county officers come in only with a second sign-in step
XIANGKE_SECRET             the secret key; otherwise made once into XIANGKE_DATA/secret.key, mode 600
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from redis.backoff import NoBackoff
from redis.retry import Retry

import trainingsite.celery  # noqa: F401 - wherever settings are loaded, tasks find this Celery app

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("XIANGKE_DATA") or BASE_DIR / "var").resolve()


def _secret_key() -> str:
    """The key from the environment, or the one made at first need and kept with mode 600."""
    if given := os.environ.get("XIANGKE_SECRET"):
        return given
    path = DATA_DIR / "secret.key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def _database(url: str | None) -> dict[str, object]:
    """Django's settings for a postgres:// address, or for the embedded SQLite where there is none."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "xiangke.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-16000;",
            },
        }
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 12, "timeout": 20},
            "prepare_threshold": 2,
            "options": "-c plan_cache_mode=force_generic_plan",  # arrays make it plan the statements of sync each time
            **query,
        },
    }


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("XIANGKE_HOSTS", "*").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("XIANGKE_ORIGINS", "").split(",") if origin]
BEHIND_PROXY = bool(os.environ.get("XIANGKE_BEHIND_PROXY"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

INSTALLED_APPS = [
    "courses",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]

MIDDLEWARE = [
    "courses.web.middleware.request_id",
    "courses.web.middleware.sync_first",
    "django.middleware.security.SecurityMiddleware",
    "courses.web.middleware.learner_pages_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "courses.people.office.entrance.in_her_language",
    "courses.people.office.entrance.first_things_first",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "trainingsite.urls"
WSGI_APPLICATION = "trainingsite.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"lesson_crumbs": "courses.authoring.crumbs"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": _database(os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL") or f"redis+socket://{DATA_DIR}/valkey.sock"
_CACHE_URL = REDIS_URL.replace("redis+socket://", "unix://")
CACHES = {
    "default": {
        "BACKEND": "trainingsite.cache.CacheThatMayBeAway",
        "LOCATION": _CACHE_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2, "retry": Retry(NoBackoff(), 0)},
    }
}

# Celery. The reasons for these numbers are in docs/decisions/0003-celery-keeps-every-task.md.
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
    "socket_timeout": 30,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

AUTH_USER_MODEL = "courses.Staff"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["courses.people.passwords.SmallMachineArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = "/office/"
LOGIN_URL = "/office/login/"
OTP_TOTP_ISSUER = "Xiangke"  # the name above the code in an authenticator app
SECOND_FACTOR_REQUIRED = os.environ.get("XIANGKE_SECOND_FACTOR") == "required"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LOCALE_PATHS = [BASE_DIR / "courses" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "static" / "dist"] if path.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/office/media/"  # for the office alone: phones get pictures in packs
CONTENT_DIR = Path(os.environ.get("XIANGKE_CONTENT") or BASE_DIR / "content").resolve()
APP_DIR = BASE_DIR / "static" / "dist"
WHITENOISE_USE_FINDERS = True

WAGTAIL_SITE_NAME = "Xiangke 乡课"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Wagtail's own choice of language and time zone is hidden: ours keeps the staff record and its profile in step.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES[:1]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_USER_LOGIN_FORM = "courses.people.office.entrance.SignInForm"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # no e-mail is sent; a manager makes a one-time password
WAGTAILADMIN_BASE_URL = os.environ.get("XIANGKE_BASE_URL", "http://localhost:8000")
WAGTAILIMAGES_IMAGE_FORM_BASE = "courses.authoring.photos.PhotoForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_ENABLED = False  # approvals will be our own; Wagtail's moderators do not exist here

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Wagtail tells every page it saves, and every index entry that follows; a line a person can use is ours to write.
    "loggers": {"django_tasks": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
