# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A stand-in for the publishers: a real server on this machine that speaks their protocols.

It fetches nothing. What it serves comes from a folder of data or of recorded replies, or is computed from a
seed and says so. Publishers lie under one address, each in a folder with the name of its host:
``http://127.0.0.1:PORT/dataderden.cbs.nl/ODataFeed/odata/47022NED/TypedDataSet``.
"""
