#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
# Make sure that a Chromium is there for the page tests: from the system's packages, or say how to get it.
set -eu

for name in "${BAKEN_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium and its fonts from the system's packages ..."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
  exit 0
fi

echo "The page tests need Chromium. Install it with your system's packages" >&2
echo "(Debian: sudo apt-get install chromium fonts-liberation), or set BAKEN_CHROMIUM to its path." >&2
exit 1
