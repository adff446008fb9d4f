-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    "t0"."presence",
    COUNT(*) AS "rows"
  FROM "observations" AS "t0"
  GROUP BY
    1
) AS "t1"
ORDER BY
  "t1"."presence" ASC
