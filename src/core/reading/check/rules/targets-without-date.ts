import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** A title that speaks of several years: 2021—2023年, “十四五”. */
const SEVERAL_YEARS = /20\d{2}年?[—－–\-~～至]{1,2}20\d{2}|“?十[三四五六]五”?/

/** Targets of a plan of several years that do not say by when. */
export const targetsWithoutDate: PlanRule = {
  id: 'plan.targetsWithoutDate',
  severity: 'note',
  title: both('多年期目标未写时限', 'Targets of several years without a date'),
  why: both(
    '跨年度的方案，目标不写年份就无法判断何时应当完成。',
    'In a plan of several years a target without a year is never due.',
  ),
  messages: {
    main: {
      message: both(
        '有{count}项量化目标（共{all}项）未写完成年份。',
        '{count} of {all} targets do not say by which year.',
      ),
      remedy: both('逐项写明年份。', 'Name the year of each.'),
    },
  },
  examples: {
    valid: [
      '青澜区2026—2028年就业促进方案\n一、目标\n到2028年，城镇新增就业1000人。',
      '青澜区2026年就业促进方案\n一、目标\n城镇新增就业1000人。',
    ],
    invalid: ['青澜区2026—2028年就业促进方案\n一、目标\n⟦城镇新增就业1000人⟧。'],
  },
  check: ({ reading }) =>
    SEVERAL_YEARS.test(reading.meta.title ?? '')
      ? trait(
          reading.indicators.filter(({ due }) => due === null).map(({ span }) => span),
          1,
          { all: reading.indicators.length },
        )
      : [],
}
