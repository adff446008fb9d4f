-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  "t5"."area",
  "t5"."measure",
  "t5"."period",
  "t5"."value",
  "t5"."presence"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "observations" AS "t0"
    WHERE
      "t0"."since" <= :as_of
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t3"."area",
      "t3"."measure",
      "t3"."period",
      "t3"."value",
      "t3"."decimals",
      "t3"."presence",
      "t3"."life",
      "t3"."certainty",
      "t3"."low",
      "t3"."high",
      "t3"."numerator",
      "t3"."denominator",
      "t3"."respondents",
      "t3"."recalculated",
      "t3"."unit",
      "t3"."literal",
      "t3"."annotation",
      "t3"."since"
    FROM (
      SELECT
        *
      FROM "history" AS "t1"
      WHERE
        "t1"."since" <= :as_of AND "t1"."until" > :as_of
    ) AS "t3"
  ) AS "t4"
) AS "t5"
WHERE
  "t5"."area" BETWEEN :first_area AND :last_area
