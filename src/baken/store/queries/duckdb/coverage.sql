-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  COUNT(*) AS "rows",
  MIN("t4"."period") AS "first",
  MAX("t4"."period") AS "last",
  COUNT(DISTINCT "t4"."area") AS "areas",
  COUNT(DISTINCT "t4"."measure") AS "measures"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "observations" AS "t0"
    WHERE
      "t0"."since" <= $as_of
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."area",
      "t1"."measure",
      "t1"."period",
      "t1"."value",
      "t1"."decimals",
      "t1"."presence",
      "t1"."life",
      "t1"."certainty",
      "t1"."low",
      "t1"."high",
      "t1"."margin_decimals",
      "t1"."numerator",
      "t1"."denominator",
      "t1"."respondents",
      "t1"."recalculated",
      "t1"."unit",
      "t1"."literal",
      "t1"."annotation",
      "t1"."since"
    FROM "history" AS "t1"
    WHERE
      "t1"."since" <= $as_of AND "t1"."until" > $as_of
  ) AS "t3"
) AS "t4"
