-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    "t10"."area" AS "area",
    "t10"."measure" AS "measure",
    "t10"."period" AS "period",
    "t10"."value" AS "value",
    "t10"."decimals" AS "decimals",
    "t10"."presence" AS "presence",
    "t10"."life" AS "life",
    "t10"."certainty" AS "certainty",
    "t10"."low" AS "low",
    "t10"."high" AS "high",
    "t10"."margin_decimals" AS "margin_decimals",
    "t10"."numerator" AS "numerator",
    "t10"."denominator" AS "denominator",
    "t10"."respondents" AS "respondents",
    "t10"."recalculated" AS "recalculated",
    "t10"."unit" AS "unit",
    "t10"."literal" AS "literal",
    "t10"."annotation" AS "annotation",
    "t10"."since" AS "since"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "observations" AS "t2"
        WHERE
          "t2"."since" <= {as_of:Int32}
      ) AS "t6"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t3"."area" AS "area",
          "t3"."measure" AS "measure",
          "t3"."period" AS "period",
          "t3"."value" AS "value",
          "t3"."decimals" AS "decimals",
          "t3"."presence" AS "presence",
          "t3"."life" AS "life",
          "t3"."certainty" AS "certainty",
          "t3"."low" AS "low",
          "t3"."high" AS "high",
          "t3"."margin_decimals" AS "margin_decimals",
          "t3"."numerator" AS "numerator",
          "t3"."denominator" AS "denominator",
          "t3"."respondents" AS "respondents",
          "t3"."recalculated" AS "recalculated",
          "t3"."unit" AS "unit",
          "t3"."literal" AS "literal",
          "t3"."annotation" AS "annotation",
          "t3"."since" AS "since"
        FROM "history" AS "t3"
        WHERE
          "t3"."since" <= {as_of:Int32} AND "t3"."until" > {as_of:Int32}
      ) AS "t7"
    ) AS "t8"
    WHERE
      "t8"."area" BETWEEN {first_area:Int32} AND {last_area:Int32}
  ) AS "t10"
  LEFT SEMI JOIN "asked_areas" AS "t4"
    ON "t10"."area" = "t4"."area"
  LEFT SEMI JOIN "asked_measures" AS "t5"
    ON "t10"."measure" = "t5"."measure"
) AS "t11"
ORDER BY
  "t11"."measure" ASC,
  "t11"."area" ASC,
  "t11"."period" ASC
