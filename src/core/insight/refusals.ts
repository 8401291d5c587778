import type { Words } from '#core/kit'

/** Refusals of the wall and of item pages. */
export const insightRefusals = {
  'insight.notFound': {
    zh: '还没有这份方案。请先在“方案”中载入并发布。',
    en: 'There is no such plan yet. Load one under Plans and publish it.',
  },
} as const satisfies Record<string, Words>
