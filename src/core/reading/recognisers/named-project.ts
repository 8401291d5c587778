import type { Recogniser } from '../kernel.ts'
import { inRanges, pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'

const VERB =
  '(?:加快(?:推进|推动|建设)?|积极推进|重点推进|推进|推动|实施|开工建设|启动|开工|建成|建设|确保|谋划|引进|招引|完成)'
const THING = '(?:项目|工程|产业园|水厂|水库|公路|铁路|机场|电站|大桥|隧道|码头|管网|体育公园|科技园|物流园|产业基地)'
const PROJECT = new RegExp(
  `${VERB}(?:一批)?((?:“[^”]{2,20}”|[^,;。:“”]){3,60}?${THING})(?=建设|实施|落地|投产|开工|取得|竣工|前期|等|$|、|和|,|验收)`,
)
const GENERIC =
  /^(?:一批|更多|重大|重点|各类|符合|相关|全区|全市|全省|市重点|省重点|区级|市级|产业|工业|这些|上述|有关|新建|在建|续建|优质|具备|前期|示范|试点|专项债|投资|政府投资|投资|招商|市区|存量|申报|谋划|储备|签约)*(?:建设)?(?:项目|工程)$|项目(?:建设|前期|谋划|储备)|[的了]项目$|^(?:论证|抢报|组织|西柚|等)|各项|各类|行动|机制|制度|政策|体系/
const SHORTEST = 5

/** 现代农业产业园、预制菜产业园、地表水厂建设等项目: one project an entry. */
function entries(words: string, at: number): { at: number; end: number }[] {
  const found: { at: number; end: number }[] = []
  let from = 0
  for (const part of words.split('、')) {
    found.push({ at: at + from, end: at + from + part.replace(/(?:建设)?等(?:重大|重点)?(?:项目|工程)$/, '').length })
    from += part.length + 1
  }
  return found
}

/** Projects named by what they build: 加快推进体育公园项目建设. Kinds of projects (重大项目) are none. */
export const namedProject: Recogniser = {
  id: 'project.named',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, /项目|工程|园|水厂|水库|公路|铁路|机场|电站|大桥|隧道|码头|管网|基地/, (segment, words) => {
      const match = PROJECT.exec(words)
      if (!match?.[1] || inRanges(past, segment.start)) return
      const at = segment.start + match.index + match[0].length - match[1].length
      for (const title of entries(match[1], at)) {
        const name = context.tree.text.slice(title.at, title.end)
        if (name.length < SHORTEST || GENERIC.test(name)) continue
        const range = { at: segment.start + match.index, end: segment.start + match.index + match[0].length }
        context.draft.projects.push(namedFind(context, 'project.named', range, title))
      }
    })
  },
}
