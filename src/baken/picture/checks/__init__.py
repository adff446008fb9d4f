# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of a document: each finds one kind of trouble and gives remarks with their places in the text.

A check is a function of a document and of what it needs from the catalogue. None reads a file or the web.
Personal data come first: the other checks work on ``personal.masked_document``, so that no message of theirs
can repeat a name.
"""
