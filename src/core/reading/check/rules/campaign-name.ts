import type { HeadingFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { annexesHeld } from '../context/annexes.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** What titles add to the name of a campaign. */
const FRAME =
  /^(?:成立|大力|深入|全面|实施|推进|开展|“|关于)+|(?:实施|工作|推进|攻坚)?(?:方案|计划|意见|细则)$|[“”"\s]/g

function core(title: string): string {
  return title.replace(FRAME, '')
}

/** Two names with so many units in common are meant to be one. */
const LEAST_SHARE = 0.7
/** Items of the master text that are looked at. */
const MOST_ITEMS = 200

/** Share of units that two names have in common. */
function share(a: string, b: string): number {
  const units = new Set(b)
  return [...a].filter((unit) => units.has(unit)).length / Math.max(a.length, b.length)
}

/** Titles of the master text's items: 实施强工兴业行动. */
function itemsOf({ reading }: CheckContext): HeadingFact[] {
  return reading.headings.filter(({ path, depth }) => depth >= 1 && depth <= 2 && path.startsWith('正文/'))
}

function check(context: CheckContext): Hit[] {
  const annexes = annexesHeld(context)
  if (annexes.length < 2 || context.reading.campaigns.length < 2) return []
  const items = itemsOf(context).slice(0, MOST_ITEMS)
  return annexes.flatMap((annex): Hit[] => {
    const title = core(annex.title)
    if (title.length < 4 || items.some((item) => item.title.includes(title))) return []
    const near = items.find(
      (item) => Math.abs(core(item.title).length - title.length) <= 2 && share(title, core(item.title)) >= LEAST_SHARE,
    )
    return near ? [{ places: [annex.span, near.titleSpan], detail: { annex: annex.title, campaign: near.title } }] : []
  })
}

/** A campaign that its annex calls otherwise. */
export const campaignName: PlanRule = {
  id: 'plan.campaignName',
  severity: 'question',
  title: both('行动名称与附件不一致', 'A campaign that its annex names otherwise'),
  why: both(
    '总体方案与附件对同一行动叫法不同，专班、简报、考核就有两个名字。',
    'Where master plan and annex name a campaign in two ways, task force, briefing and evaluation have two names.',
  ),
  messages: {
    main: {
      message: both(
        '总体方案称“{campaign}”，附件标题为“{annex}”。',
        'The master plan says “{campaign}”, the annex is titled “{annex}”.',
      ),
      remedy: both('统一名称。', 'Use one name.'),
    },
  },
  examples: {
    valid: [
      '青澜区2026年实施“两大行动”总体方案\n一、任务\n（一）实施强工兴业行动。做强工业。\n（二）实施兴农富民行动。做优农业。\n附件1\n强工兴业行动实施方案\n一、目标\n做强工业。\n附件2\n兴农富民行动实施方案\n一、目标\n做优农业。',
    ],
    invalid: [
      '青澜区2026年实施“两大行动”总体方案\n一、任务\n（一）实施强工兴业行动。做强工业。\n（二）实施兴农富民行动。做优农业。\n附件1\n⟦兴工强业行动实施方案⟧\n一、目标\n做强工业。\n附件2\n兴农富民行动实施方案\n一、目标\n做优农业。',
    ],
  },
  check,
}
