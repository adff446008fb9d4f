-- SPDX-FileCopyrightText: 2026 The Baken authors
-- SPDX-License-Identifier: EUPL-1.2
SELECT
  *
FROM (
  SELECT
    `t11`.`area`,
    `t11`.`measure`,
    `t11`.`period`,
    `t11`.`value`,
    `t11`.`decimals`,
    `t11`.`presence`,
    `t11`.`life`,
    `t11`.`certainty`,
    `t11`.`low`,
    `t11`.`high`,
    `t11`.`numerator`,
    `t11`.`denominator`,
    `t11`.`respondents`,
    `t11`.`recalculated`,
    `t11`.`unit`,
    `t11`.`literal`,
    `t11`.`annotation`,
    `t11`.`since`
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
          `t7`.`area`,
          `t7`.`measure`,
          `t7`.`period`,
          `t7`.`value`,
          `t7`.`decimals`,
          `t7`.`presence`,
          `t7`.`life`,
          `t7`.`certainty`,
          `t7`.`low`,
          `t7`.`high`,
          `t7`.`numerator`,
          `t7`.`denominator`,
          `t7`.`respondents`,
          `t7`.`recalculated`,
          `t7`.`unit`,
          `t7`.`literal`,
          `t7`.`annotation`,
          `t7`.`since`
        FROM (
          SELECT
            *
          FROM `history` AS `t3`
          WHERE
            `t3`.`since` <= :as_of AND `t3`.`until` > :as_of
        ) AS `t7`
      ) AS `t8`
    ) AS `t9`
    WHERE
      `t9`.`area` BETWEEN :first_area AND :last_area
  ) AS `t11`
  LEFT SEMI JOIN `asked_areas` AS `t4`
    ON `t11`.`area` = `t4`.`area`
  LEFT SEMI JOIN `asked_measures` AS `t5`
    ON `t11`.`measure` = `t5`.`measure`
) AS `t12`
ORDER BY
  `t12`.`measure` ASC NULLS LAST,
  `t12`.`area` ASC NULLS LAST,
  `t12`.`period` ASC NULLS LAST
