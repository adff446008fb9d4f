#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
# Install what a folder's lock file pins into another folder, from the registry that npm uses here.
# Without Node, or without a registry that answers, nothing fails: what needs it says that it is not there.
set -eu

if ! command -v npm >/dev/null 2>&1; then
  echo "Node and npm are not there: what needs them is skipped, and says so."
  exit 0
fi
mkdir -p "$2"
cp "$1/package.json" "$1/package-lock.json" "$2/"
cd "$2"
if npm ci --ignore-scripts --no-audit --no-fund --silent; then
  touch .done
else
  echo "npm could not install $1/package-lock.json: what needs it is skipped, and says so."
fi
