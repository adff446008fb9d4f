-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    `t10`.`area`,
    `t10`.`measure`,
    `t10`.`period`,
    `t10`.`value`,
    `t10`.`decimals`,
    `t10`.`presence`,
    `t10`.`life`,
    `t10`.`certainty`,
    `t10`.`low`,
    `t10`.`high`,
    `t10`.`margin_decimals`,
    `t10`.`numerator`,
    `t10`.`denominator`,
    `t10`.`respondents`,
    `t10`.`recalculated`,
    `t10`.`unit`,
    `t10`.`literal`,
    `t10`.`annotation`,
    `t10`.`since`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM `observations` AS `t2`
        WHERE
          `t2`.`since` <= :as_of
      ) AS `t6`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t3`.`area`,
          `t3`.`measure`,
          `t3`.`period`,
          `t3`.`value`,
          `t3`.`decimals`,
          `t3`.`presence`,
          `t3`.`life`,
          `t3`.`certainty`,
          `t3`.`low`,
          `t3`.`high`,
          `t3`.`margin_decimals`,
          `t3`.`numerator`,
          `t3`.`denominator`,
          `t3`.`respondents`,
          `t3`.`recalculated`,
          `t3`.`unit`,
          `t3`.`literal`,
          `t3`.`annotation`,
          `t3`.`since`
        FROM `history` AS `t3`
        WHERE
          `t3`.`since` <= :as_of AND `t3`.`until` > :as_of
      ) AS `t7`
    ) AS `t8`
    WHERE
      `t8`.`area` BETWEEN :first_area AND :last_area
  ) AS `t10`
  LEFT SEMI JOIN `asked_areas` AS `t4`
    ON `t10`.`area` = `t4`.`area`
  LEFT SEMI JOIN `asked_measures` AS `t5`
    ON `t10`.`measure` = `t5`.`measure`
) AS `t11`
ORDER BY
  `t11`.`measure` ASC NULLS LAST,
  `t11`.`area` ASC NULLS LAST,
  `t11`.`period` ASC NULLS LAST
