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
      "t0"."since" <= $as_of
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t3".*
      EXCLUDE ("withdrawn", "until")
    FROM (
      SELECT
        *
      FROM "history" AS "t1"
      WHERE
        "t1"."since" <= $as_of AND "t1"."until" > $as_of
    ) AS "t3"
  ) AS "t4"
) AS "t5"
WHERE
  "t5"."area" = $area AND "t5"."measure" = $measure
ORDER BY
  "t5"."period" ASC
