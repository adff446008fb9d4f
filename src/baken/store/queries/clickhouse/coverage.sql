-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  COUNT(*) AS "rows",
  MIN("t0"."period") AS "first",
  MAX("t0"."period") AS "last",
  uniq("t0"."area") AS "areas",
  uniq("t0"."measure") AS "measures"
FROM "observations" AS "t0"
