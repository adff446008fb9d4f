-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    "t0"."presence",
    COUNT(*) AS "rows"
  FROM (
    SELECT
      "t0"."area",
      "t0"."measure",
      "t0"."period",
      "t0"."value",
      "t0"."decimals",
      "t0"."life",
      "t0"."certainty",
      "t0"."low",
      "t0"."high",
      "t0"."numerator",
      "t0"."denominator",
      "t0"."respondents",
      "t0"."recalculated",
      "t0"."unit",
      "t0"."literal",
      "t0"."annotation",
      "t0"."since",
      "t0"."presence"
    FROM "observations" AS "t0"
  ) AS t0
  GROUP BY
    "t0"."presence"
) AS "t1"
ORDER BY
  "t1"."presence" ASC
