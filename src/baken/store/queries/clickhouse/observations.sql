-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    "t11"."area" AS "area",
    "t11"."measure" AS "measure",
    "t11"."period" AS "period",
    "t11"."value" AS "value",
    "t11"."decimals" AS "decimals",
    "t11"."presence" AS "presence",
    "t11"."life" AS "life",
    "t11"."certainty" AS "certainty",
    "t11"."low" AS "low",
    "t11"."high" AS "high",
    "t11"."numerator" AS "numerator",
    "t11"."denominator" AS "denominator",
    "t11"."respondents" AS "respondents",
    "t11"."recalculated" AS "recalculated",
    "t11"."unit" AS "unit",
    "t11"."literal" AS "literal",
    "t11"."annotation" AS "annotation",
    "t11"."since" AS "since"
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
          "t7".*
          EXCEPT ("withdrawn", "until")
        FROM (
          SELECT
            *
          FROM "history" AS "t3"
          WHERE
            "t3"."since" <= {as_of:Int32} AND "t3"."until" > {as_of:Int32}
        ) AS "t7"
      ) AS "t8"
    ) AS "t9"
    WHERE
      "t9"."area" BETWEEN {first_area:Int32} AND {last_area:Int32}
  ) AS "t11"
  LEFT SEMI JOIN "asked_areas" AS "t4"
    ON "t11"."area" = "t4"."area"
  LEFT SEMI JOIN "asked_measures" AS "t5"
    ON "t11"."measure" = "t5"."measure"
) AS "t12"
ORDER BY
  "t12"."measure" ASC,
  "t12"."area" ASC,
  "t12"."period" ASC
