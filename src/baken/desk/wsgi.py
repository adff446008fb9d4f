# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The WSGI application of the desk, with the public site beside it."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.desk.settings")

from django.core.wsgi import get_wsgi_application

from baken.web.wsgi import without_body_on_head

application = without_body_on_head(get_wsgi_application())
