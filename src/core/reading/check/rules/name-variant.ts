import { withoutWhitespace } from '#core/kit'
import type { Span } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { isNearName } from '../near-names.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

interface Name {
  readonly words: string
  readonly key: string
  readonly spans: Span[]
}

/** The same width, dash and no brackets; what is left is the name itself. */
function plain(words: string): string {
  return withoutWhitespace(words)
    .normalize('NFKC')
    .replace(/[—－–―~～]+/g, '-')
    .replace(/[“”"'《》〈〉<>]/g, '')
}

/** Without particles and marks: 一主、六双 and 一主六双 have one key. */
function keyOf(words: string): string {
  return words.replace(/[的、·.,，。\-()]/g, '')
}

/** Names between two marks, by their words. */
function namesIn({ text, anchors }: CheckContext, open: string, close: string, longest: number): Map<string, Name> {
  const names = new Map<string, Name>()
  for (const at of anchors().of(open)) {
    const reach = text.slice(at + 1, at + 1 + longest)
    const length = reach.indexOf(close)
    if (length < 3) continue
    const end = at + 1 + length
    const words = plain(reach.slice(0, length))
    if (words.includes(open)) continue
    const known = names.get(words)
    const span = { start: at + 1, end }
    if (known) known.spans.push(span)
    else names.set(words, { words, key: keyOf(words), spans: [span] })
  }
  return names
}

function hit(a: Name, b: Name): Hit[] {
  const [rare, common] = a.spans.length < b.spans.length ? [a, b] : [b, a]
  const [first, against] = [rare.spans[0], common.spans[0]]
  if (!first || !against) return []
  return [{ places: [...rare.spans, against], detail: { rare: rare.words, common: common.words } }]
}

/** Names that one index puts together, compared with the first of their sort only. */
function variants(names: readonly Name[], indexOf: (name: Name) => string, same: (a: Name, b: Name) => boolean): Hit[] {
  const first = new Map<string, Name[]>()
  return names.flatMap((name) => {
    const key = indexOf(name)
    const known = first.get(key)
    if (!known) {
      first.set(key, [name])
      return []
    }
    const twin = known.slice(0, 8).find((other) => same(other, name))
    if (!twin) {
      known.push(name)
      return []
    }
    return hit(twin, name)
  })
}

/** Documents may differ by years, numbers and regions, and are then two. */
function sameDocument(a: Name, b: Name): boolean {
  const digits = (name: Name) => name.words.replace(/\D/g, '')
  return digits(a) === digits(b) && (a.key === b.key || isNearName(a.key, b.key)) && a.words !== b.words
}

function check(context: CheckContext): Hit[] {
  const slogans = [...namesIn(context, '“', '”', 24).values()].filter(({ key }) => key.length >= 3)
  const titles = [...namesIn(context, '《', '》', 80).values()].filter(({ key }) => key.length >= 8)
  return [
    ...variants(
      slogans,
      ({ key }) => key,
      (a, b) => a.words !== b.words,
    ),
    ...variants(titles, ({ key }) => `${key.slice(0, 2)}${key.slice(-4)}`, sameDocument),
    ...ownTitle(context),
  ]
}

/** The title of the document against the name that its notice gives it. */
function ownTitle({ reading, text }: CheckContext): Hit[] {
  const { title, spans } = reading.meta
  const head = text.slice(0, 600)
  const notice = /关于印发[《]?([^《》。；]{6,90}?)[》]?的?通知/.exec(head)
  if (title === null || !spans.title || !notice?.[1]) return []
  const [own, announced] = [plain(title), plain(notice[1])]
  if (own === announced || keyOf(own) !== keyOf(announced)) return []
  const start = notice.index + notice[0].indexOf(notice[1])
  const place = { start, end: start + notice[1].length }
  return [{ places: [place, spans.title], detail: { rare: announced, common: own } }]
}

/** One campaign, slogan or document under two names. */
export const nameVariant: PlanRule = {
  id: 'plan.nameVariant',
  severity: 'question',
  title: both('同一名称两种写法', 'One name written in two ways'),
  why: both(
    '行动、工程、文件的名称前后不一，检索、汇总时会分成两个。',
    'A campaign or document that is named in two ways is counted as two.',
  ),
  messages: {
    main: {
      message: both('“{rare}”与“{common}”疑为同一名称。', '“{rare}” and “{common}” seem to be one name.'),
      remedy: both('统一为正式名称。', 'Use the official name throughout.'),
    },
  },
  examples: {
    valid: ['一、任务\n落实“一主六双”战略，按照《甲区就业促进工作方案》《乙区就业促进工作方案》抓好落实。'],
    invalid: [
      '一、任务\n落实“一主六双”战略。继续落实“一主六双”战略。\n二、保障\n深入实施“⟦一主、六双⟧”战略。',
      '一、任务\n编制《青澜区碳达峰评估报告》。审定《青澜区碳达峰评估报告》。\n二、步骤\n报送《⟦青澜区碳排放达峰评估报告⟧》。',
    ],
  },
  check,
}
