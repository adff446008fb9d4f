-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`area`,
      `t1`.`measure`,
      `t1`.`period`,
      `t1`.`value`,
      `t1`.`decimals`,
      `t1`.`presence`,
      `t1`.`life`,
      `t1`.`certainty`,
      `t1`.`low`,
      `t1`.`high`,
      `t1`.`margin_decimals`,
      `t1`.`numerator`,
      `t1`.`denominator`,
      `t1`.`respondents`,
      `t1`.`recalculated`,
      `t1`.`unit`,
      `t1`.`literal`,
      `t1`.`annotation`,
      `t1`.`since`,
      CAST(NULL AS INT) AS `until`,
      FALSE AS `withdrawn`
    FROM `observations` AS `t1`
  ) AS `t2`
  UNION ALL
  SELECT
    *
  FROM `history` AS `t0`
) AS `t3`
WHERE
  `t3`.`area` = :area
  AND `t3`.`measure` = :measure
  AND `t3`.`period` = :period
ORDER BY
  `t3`.`since` ASC NULLS LAST
