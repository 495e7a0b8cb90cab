"""The WSGI application, as gunicorn loads it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")
application = get_wsgi_application()

from campaign.health import refuse_demo_data_in_production  # noqa: E402 (needs the app registry)

refuse_demo_data_in_production()
