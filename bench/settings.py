"""The portal's settings for a measurement: query counting in front, or the bare floor page alone."""

from campaign.settings import *  # noqa: F403 (every setting that is not named here is the portal's)
from campaign.settings import BASE_DIR, MIDDLEWARE, env

if env.bool("BENCH_FLOOR", default=False):
    ROOT_URLCONF = "bench.floor"
    MIDDLEWARE = []
    TEMPLATES = [
        {
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "DIRS": [BASE_DIR / "bench" / "templates"],
            "APP_DIRS": False,
        }
    ]
else:
    MIDDLEWARE = ["bench.counting.CountQueriesMiddleware", *MIDDLEWARE]
