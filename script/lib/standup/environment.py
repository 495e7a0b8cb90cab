"""The environment that the scripts give to Django."""

import os

from .cluster import client_environment
from .database import given_url
from .home import Home
from .venv import MISLEADING


def portal_environment(home: Home, database_url: str) -> dict[str, str]:
    """Variables for manage.py and the web server; what the user has set themselves stays.

    The secrets are made once and kept in PORTAL_HOME, so that nobody is logged out by a restart.
    """
    own = os.environ if given_url() else client_environment()
    environment = {name: value for name, value in own.items() if name not in MISLEADING}
    environment |= {
        "DATABASE_URL": database_url,
        "PORTAL_HOME": str(home.path),
        "PYTHONUNBUFFERED": "1",
        # File names and output are UTF-8, whatever the locale of the terminal says.
        "PYTHONUTF8": "1",
    }
    defaults = {
        "DEMO": "1",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "DJANGO_SETTINGS_MODULE": "campaign.settings",
    }
    for name, value in defaults.items():
        environment[name] = environment.get(name, "").strip() or value
    if not environment.get("SECRET_KEY"):
        environment["SECRET_KEY"] = home.secret("secret-key")
    if is_demo(environment) and not environment.get("DEMO_PASSWORD"):
        environment["DEMO_PASSWORD"] = home.secret("demo-password", length=9)
    return environment


def is_demo(environment: dict[str, str]) -> bool:
    """Whether the portal runs in demo mode, read as Django's settings read it."""
    return environment.get("DEMO", "").lower() in ("1", "true", "on", "yes", "y", "ok", "t")
