"""For servers that speak ASGI. The default web server runs `wsgi`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")
application = get_asgi_application()
