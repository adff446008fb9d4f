# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the desk: those of the public site, with accounts, sessions and a database beside them.

The public site runs without any of this (``baken.web.settings``), so that it holds nothing to break in to.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from baken.model.governance import Role
from baken.web.settings import *  # noqa: F403 - all that the public site has
from baken.web.settings import BAKEN_WORKSPACE, INSTALLED_APPS as PUBLIC_APPS, MIDDLEWARE as PUBLIC_MIDDLEWARE

HERE = Path(__file__).parent
BAKEN_AREA = os.environ.get("BAKEN_AREA") or "GM0935"
# Accounts without secrets, one per role, which anybody may use: on a machine of one's own only.
BAKEN_DEMO = os.environ.get("BAKEN_DEMO") == "1"

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

# By default the database lies in the workspace, beside all else that an installation holds.
_FILE = Path(BAKEN_WORKSPACE or "workspace").absolute() / "baken.sqlite3"
DATABASES: dict[str, Any] = {
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
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A session ends with the browser, and after eight hours at the latest.
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
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "baken.desk.views.refused.locked_out"
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
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
DEMO_ROLES = tuple(Role)
