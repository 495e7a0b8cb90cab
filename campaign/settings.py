"""The portal's one settings file: every deployment differs by environment variables only.

Outside demo mode no secret has a default, so a forgotten one stops the start.
The variables are listed in the README, section "Configuration".
"""

from datetime import datetime, timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="demo-mode-only-" + "0" * 40) if DEMO else env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEMO else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PORTAL_HOME = Path(env("PORTAL_HOME", default=str(BASE_DIR / ".portal")))

# The moment that the portal takes for "now". The demo county's history ends on 2021-04-30, so
# demo mode stands on that morning; production never pins its clock.
PINNED_NOW = env("PORTAL_NOW", default="2021-04-30T09:00:00" if DEMO else "")
if PINNED_NOW:
    if not DEMO:
        raise ImproperlyConfigured("PORTAL_NOW pins the clock and is for demo mode only.")
    PINNED_NOW = datetime.fromisoformat(PINNED_NOW)

INSTALLED_APPS = [
    "ledgers",
    "orgs",
    "courtyards",
    "projects",
    "volunteers",
    "campaign",
    "campaign.adminconfig.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "pghistory",
    "pgtrigger",
    "treebeard",
]
if DEMO:
    INSTALLED_APPS.insert(6, "demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "campaign.health.HealthMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "campaign.gates.middleware.SessionGate",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ledgers.history.ContextMiddleware",
    "ledgers.trail.refusals.RefusalMiddleware",
    "ledgers.as_of.AsOfMiddleware",
    "campaign.gates.middleware.AccountGate",
    "campaign.gates.permissions.PermissionMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "campaign.urls"
WSGI_APPLICATION = "campaign.wsgi.application"

TEMPLATES = [
    # The portal's own pages: Jinja2, because rendering, not SQL, is what a list page costs
    # (docs/decisions/0002-jinja2-pages.md).
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "ledgers.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "campaign.navigation.frame",
            ],
        },
    },
    # Django admin and other libraries' own templates.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL")}
# Reconnecting for every request costs eight times the page; see docs/architecture.md, Speed.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Just-in-time compilation costs more than it saves on queries of a few milliseconds.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
TEST_DATABASE_SUFFIX = env("TEST_DATABASE_SUFFIX", default="")
if TEST_DATABASE_SUFFIX:
    DATABASES["default"]["TEST"] = {"NAME": f"test_portal_{TEST_DATABASE_SUFFIX}"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "orgs.User"
LOGIN_URL = "login"
CSRF_FAILURE_VIEW = "campaign.gates.views.csrf_failure"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "orgs.accounts.password_rules.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "orgs.accounts.password_rules.CharacterClasses"},
    {"NAME": "orgs.accounts.password_rules.NotTheName"},
    {"NAME": "orgs.accounts.password_rules.NotAgain"},
]
# Django admin and the pages of the accounts answer these networks only (CIDR); empty: all.
ADMIN_NETWORKS = env.list("ADMIN_NETWORKS", default=[])
# Roles that may not work without a second factor.
REQUIRE_SECOND_FACTOR = env.list(
    "REQUIRE_SECOND_FACTOR", default=[] if DEMO else ["system_admin", "auditor"]
)
OTP_TOTP_ISSUER = "三项工程一项管理"
LOGIN_LINK_HOURS = env.int("LOGIN_LINK_HOURS", default=72)
# A one-time link to say whether a problem is mended (projects/problems/answer_links.py).
PROBLEM_LINK_DAYS = env.int("PROBLEM_LINK_DAYS", default=7)
# Wrong passwords: so many for one account, or from one address, within so many minutes lock out.
LOGIN_FAILURES = env.int("LOGIN_FAILURES", default=5)
ADDRESS_FAILURES = env.int("ADDRESS_FAILURES", default=20)
LOCKOUT_MINUTES = env.int("LOCKOUT_MINUTES", default=15)
AXES_FAILURE_LIMIT = LOGIN_FAILURES
AXES_COOLOFF_TIME = timedelta(minutes=LOCKOUT_MINUTES)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_HANDLER = "orgs.accounts.lockout.Lockout"
AXES_CLIENT_IP_CALLABLE = "ledgers.request_origin.client_address"
AXES_LOCKOUT_CALLABLE = "campaign.accounts.sign_in_views.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# Sign-ins are kept in the portal's own audit.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = PORTAL_HOME / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Served straight from the source folders, so that a fresh checkout needs no collectstatic.
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = PORTAL_HOME / "uploads"

# Long work is done by `manage.py work`, from a queue in the database; at once where there is none.
JOBS_AT_ONCE = env.bool("JOBS_AT_ONCE", default=False)
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if JOBS_AT_ONCE
        else "django_tasks_db.DatabaseBackend"
    }
}
JOBS_ROOT = PORTAL_HOME / "jobs"
JOB_DAYS = env.int("JOB_DAYS", default=7)
# Files that were brought in, and previews that nobody confirmed, are removed after so many days.
IMPORT_DAYS = env.int("IMPORT_DAYS", default=30)

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = env.int("SESSION_SECONDS", default=8 * 3600)
# A session ends after so long without a request, and after SESSION_SECONDS in any case.
IDLE_SECONDS = env.int("IDLE_SECONDS", default=1800)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Plain HTTP is for the demo on this machine; everywhere else TLS is required.
HTTPS = env.bool("HTTPS", default=not DEMO)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# How many proxies stand in front and append to X-Forwarded-For (ledgers/request_origin.py).
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# The trail can be added to, never changed: the database refuses UPDATE and DELETE on it.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_ALL_EVENTS = False

# Whose campaign this is. A place's name stands in the data; only its code is configuration.
COUNTY_CODE = env("COUNTY_CODE", default="410182")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}

# What each process remembers until a table changes that it was read from (ledgers/query_cache.py):
# pages of 10 to 100 kB, and small things, the values of figures.
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }
    for name, entries in (("default", 500), ("small", 20_000))
}
