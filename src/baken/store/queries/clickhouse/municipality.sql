-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  "t5"."area" AS "area",
  "t5"."measure" AS "measure",
  "t5"."period" AS "period",
  "t5"."value" AS "value",
  "t5"."presence" AS "presence"
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
      "t3".*
      EXCEPT ("withdrawn", "until")
    FROM (
      SELECT
        *
      FROM "history" AS "t1"
      WHERE
        "t1"."since" <= {as_of:Int32} AND "t1"."until" > {as_of:Int32}
    ) AS "t3"
  ) AS "t4"
) AS "t5"
WHERE
  "t5"."area" BETWEEN {first_area:Int32} AND {last_area:Int32}
