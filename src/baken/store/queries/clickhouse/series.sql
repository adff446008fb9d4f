-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "observations" AS "t0"
    WHERE
      "t0"."since" <= {as_of:Int32}
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."area" AS "area",
      "t1"."measure" AS "measure",
      "t1"."period" AS "period",
      "t1"."value" AS "value",
      "t1"."decimals" AS "decimals",
      "t1"."presence" AS "presence",
      "t1"."life" AS "life",
      "t1"."certainty" AS "certainty",
      "t1"."low" AS "low",
      "t1"."high" AS "high",
      "t1"."margin_decimals" AS "margin_decimals",
      "t1"."numerator" AS "numerator",
      "t1"."denominator" AS "denominator",
      "t1"."respondents" AS "respondents",
      "t1"."recalculated" AS "recalculated",
      "t1"."unit" AS "unit",
      "t1"."literal" AS "literal",
      "t1"."annotation" AS "annotation",
      "t1"."since" AS "since"
    FROM "history" AS "t1"
    WHERE
      "t1"."since" <= {as_of:Int32} AND "t1"."until" > {as_of:Int32}
  ) AS "t3"
) AS "t4"
WHERE
  "t4"."area" = {area:Int32} AND "t4"."measure" = {measure:Int32}
ORDER BY
  "t4"."period" ASC
