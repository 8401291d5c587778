import { inSpans } from '#core/kit'
import type { Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'
import { matchesOf } from '../text/matches.ts'

const VERB =
  '(?:加快(?:推进|推动|建设|打造)?|积极推进|重点推进|推进|推动|实施|开工建设|启动|开工|建成|建设|确保|谋划|引进|招引|完成|打造)'
/** What may name a project by itself. */
const THING =
  '(?:项目|工程|产业园|水厂|水库|公路|铁路|机场|电站|大桥|隧道|码头|管网|体育公园|科技园|物流园|植物园|产业基地|深加工基地|一体化基地|商务区|新校区|中学|医院|二期|三期|通道)'
const PROJECT = new RegExp(
  `${VERB}((?:“[^”]{2,20}”|[^,;。:“”]){3,60}?${THING})(?=建设|实施|落地|投产|开工|取得|竣工|前期|等|$|、|和|,|验收)`,
  'g',
)
/** What stands before a name without being part of it: 总投资1.6亿元的, 一批, 已纳入试点的. */
const BEFORE_NAME =
  /^(?:(?:一批|和|及|以及|推动|推进|实施|加快|建设|总投资[\d.]+[万亿]+元的?|[^,;]{0,12}(?:纳入|列入|符合)[^,;的]{0,16}的|\d+(?:余|多)?[个项家座条处所](?:以上)?的?))+/
const GENERIC =
  /^(?:一批|更多|重大|重点|各类|符合|相关|全区|全市|全省|市重点|省重点|区级|市级|产业|工业|这些|上述|有关|新建|在建|续建|优质|具备|前期|示范|试点|专项债|投资|政府投资|招商|市区|存量|申报|谋划|储备|签约|大规模|可再生能源|分布式光伏|绿色低碳|标志性|补短板|技改|技术改造|创新|节能|民生|惠民)*(?:建设)?(?:示范|试点|创新)?(?:项目|工程)$|项目(?:建设|前期|谋划|储备)|[的了]项目$|^(?:论证|抢报|组织|西柚|等)|各项|各类|行动|机制|制度|政策|体系|以及|面向.{0,8}通道|外送通道$|重大.{0,10}(?:项目|工程)$|重点(?:项目|工程)$/
const SHORTEST = 5
const THING_AT_END = new RegExp(`${THING}$`)

interface Entry {
  readonly at: number
  readonly end: number
}

/**
 * 现代农业产业园、预制菜产业园、地表水厂等项目: one project an entry. Names that only the last word makes projects
 * (基础设施、公共服务等项目) are kinds, save those that are short of nothing but 项目.
 */
function entries(words: string, at: number): Entry[] {
  const shared = /等(?:重大|重点)?(?:项目|工程)$/.test(words)
  const found: Entry[] = []
  let from = 0
  for (const part of words.split('、')) {
    const skip = BEFORE_NAME.exec(part)?.[0].length ?? 0
    const name = part.replace(/(?:建设)?等(?:重大|重点)?(?:项目|工程)$/, '')
    const named = THING_AT_END.test(name) || (shared && /(?:园|厂|库|路|桥|港|站|场|中心|基地|二期|三期)$/.test(name))
    if (named) found.push({ at: at + from + skip, end: at + from + name.length })
    from += part.length + 1
  }
  return found
}

const MAY_HOLD = /项目|工程|园|水厂|水库|公路|铁路|机场|电站|大桥|隧道|码头|管网|基地|商务区|校区|中学|医院|期|通道/g

/** Projects named by what they build: 加快推进体育公园项目建设. Kinds of projects (重大项目) are none. */
export const namedProject: Recogniser = {
  id: 'project.named',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, MAY_HOLD, (segment, words) => {
      if (inSpans(past, segment.start)) return
      for (const match of matchesOf(PROJECT, words)) {
        const inside = match[1] ?? ''
        const at = segment.start + match.index + match[0].length - inside.length
        for (const title of entries(inside, at)) {
          const name = context.tree.text.slice(title.at, title.end)
          if (name.length < SHORTEST || GENERIC.test(name)) continue
          const range = { at: segment.start + match.index, end: segment.start + match.index + match[0].length }
          context.draft.projects.push(namedFind(context, 'project.named', range, title))
        }
      }
    })
  },
}
