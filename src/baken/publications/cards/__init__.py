# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Charts and maps as pictures to share: message, measure, source and date stand in the picture itself."""
