import { groupBy, withoutWhitespace } from '#core/kit'
import { annexesHeld, annexesListed } from '../context/annexes.ts'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

function bare(title: string): string {
  return withoutWhitespace(title)
    .normalize('NFKC')
    .replace(/[“”"《》()\-—.。;,、:]/g, '')
}

function check(context: CheckContext): Hit[] {
  const held = groupBy(annexesHeld(context), ({ number }) => number)
  return annexesListed(context).flatMap(({ number, title, span }): Hit[] => {
    const [own, second] = held.get(number) ?? []
    if (!own || second || own.title === '' || bare(own.title) === bare(title)) return []
    if (bare(own.title).endsWith(bare(title)) || bare(title).endsWith(bare(own.title))) return []
    return [{ places: [own.span, span], detail: { number, own: own.title, listed: title } }]
  })
}

/** An annex whose own title is not the one in the list of annexes. */
export const annexTitle: PlanRule = {
  id: 'plan.annexTitle',
  severity: 'question',
  title: both('附件标题与目录不一致', 'An annex titled otherwise than in the list'),
  why: both(
    '附件说明与附件标题不一致，是公文格式差错，也会让人疑为两件。',
    'The list of annexes and the annex’s own title should agree; otherwise they look like two documents.',
  ),
  messages: {
    main: {
      message: both(
        '附件{number}目录写作“{listed}”，标题为“{own}”。',
        'Annex {number} is listed as “{listed}”, but titled “{own}”.',
      ),
      remedy: both('两处改为一致。', 'Make both the same.'),
    },
  },
  examples: {
    valid: ['一、任务\n抓好落实。\n附件：1.强工行动实施方案\n附件1\n强工行动实施方案\n一、甲事\n抓甲事落实。'],
    invalid: ['一、任务\n抓好落实。\n附件：1.强工行动工作方案\n附件1\n⟦强工行动实施方案⟧\n一、甲事\n抓甲事落实。'],
  },
  check,
}
