# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for the public site. It needs no database, no cookies and no session."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

HERE = Path(__file__).parent

BAKEN_AREA = os.environ.get("BAKEN_AREA", "")
BAKEN_DATE = os.environ.get("BAKEN_DATE", "")
BAKEN_WORKSPACE = os.environ.get("BAKEN_WORKSPACE", "")

# Nothing is signed on the public site, so a key for the life of the process is enough.
SECRET_KEY = os.environ.get("BAKEN_SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
# On any port; CommonMiddleware checks them.
HOSTS = os.environ.get("BAKEN_HOSTS", "").strip() or "127.0.0.1,localhost,[::1]"
ALLOWED_HOSTS = [name for part in HOSTS.split(",") if (name := part.strip())]
ROOT_URLCONF = "baken.web.urls"
APPEND_SLASH = False
WSGI_APPLICATION = "baken.web.wsgi.application"
INSTALLED_APPS = ["csp", "baken.web"]
DATABASES: dict[str, Any] = {}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    # It refuses a wrong host, so the ones that set the policy stand around it.
    "django.middleware.common.CommonMiddleware",
]
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "no-referrer"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [], "string_if_invalid": "INVALID:%s"},
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
