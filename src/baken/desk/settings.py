# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the desk: those of the public site, with accounts, sessions and a database.

The public site runs without any of this (``baken.web.settings``), so that it holds nothing to break in to.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from baken.desk.provider_settings import provider_settings
from baken.web.settings import *  # noqa: F403 - all that the public site has
from baken.web.settings import BAKEN_WORKSPACE
from baken.web.settings import INSTALLED_APPS as PUBLIC_APPS
from baken.web.settings import MIDDLEWARE as PUBLIC_MIDDLEWARE

HERE = Path(__file__).parent
BAKEN_AREA = os.environ.get("BAKEN_AREA") or "GM0935"
# Accounts without secrets, one per role, which anybody may use: on a machine of one's own only.
BAKEN_DEMO = os.environ.get("BAKEN_DEMO") == "1"
# How many proxies stand before the desk; their word is taken for where somebody is.
BAKEN_PROXIES = int(os.environ.get("BAKEN_PROXIES") or 0)

ROOT_URLCONF = "baken.desk.urls"
WSGI_APPLICATION = "baken.desk.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "django_htmx",
    *PUBLIC_APPS,
    "baken.accounts",
    "baken.cycle",
    "baken.evidence",
    "baken.measures",
    "baken.participation",
    "baken.desk",
]
MIDDLEWARE = [
    *PUBLIC_MIDDLEWARE,
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baken.desk.language.DeskLanguage",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "baken.desk.access.DeskAccess",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# The municipality's own provider, where there is one.
_PROVIDER = provider_settings(os.environ)
BAKEN_OIDC = bool(_PROVIDER)
BAKEN_OIDC_ISSUER: str = _PROVIDER.get("BAKEN_OIDC_ISSUER", "")
BAKEN_OIDC_MATCH: str = _PROVIDER.get("BAKEN_OIDC_MATCH", "")
BAKEN_OIDC_SECOND_FACTOR: frozenset[str] = _PROVIDER.get("BAKEN_OIDC_SECOND_FACTOR", frozenset())
OIDC_RP_CLIENT_ID: str = _PROVIDER.get("OIDC_RP_CLIENT_ID", "")
globals().update(_PROVIDER)
if BAKEN_OIDC:
    AUTHENTICATION_BACKENDS.append("baken.accounts.provider.ProviderBackend")
AUTH_USER_MODEL = "accounts.Account"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "sign-in"
# A link for a new password is valid for one day.
PASSWORD_RESET_TIMEOUT = 24 * 3600

# By default the database lies in the workspace, beside all else that an installation holds.
_FILE = Path(BAKEN_WORKSPACE or "workspace").absolute() / "baken.sqlite3"
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("BAKEN_DATABASE") or f"sqlite:///{_FILE}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A transaction that writes takes its turn at its start: two writers never meet half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
    }
# What goes wrong stands where the server writes; no page shows it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
# Without a referrer a browser does not say where a form comes from, and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A session ends with the browser, and eight hours after signing in at the latest (``desk.access``).
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "baken.desk.views.refused.stale_form"
# On a machine of one's own there is no certificate; an installation sets this.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("BAKEN_HTTPS") == "1"
if os.environ.get("BAKEN_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
# A spreadsheet that was looked at comes back in the form that takes it over: 5 MB, a third longer as words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 7_500_000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "baken.desk.views.refused.locked_out"
AXES_USERNAME_CALLABLE = "baken.accounts.throttling.account_name"
AXES_CLIENT_IP_CALLABLE = "baken.accounts.throttling.client_address"
AXES_WHITELIST_CALLABLE = "baken.accounts.throttling.by_provider"
# Whoever tries on does not make the lock last longer: somebody could lock another out for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# The audit trail tells of signing in, without addresses; axes keeps those of failures for a quarter of an
# hour.
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Baken"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "baken.desk.menu.frame",
            ],
            "string_if_invalid": "INVALID:%s",
        },
    }
]
if BAKEN_OIDC and (_LOGOUT := _PROVIDER["BAKEN_OIDC_LOGOUT"]):
    # Signing out here goes on to signing out there.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append("/".join(_LOGOUT.split("/")[:3]))
TIME_ZONE = os.environ.get("BAKEN_TIME_ZONE") or "Europe/Amsterdam"
LANGUAGE_CODE = "nl"
