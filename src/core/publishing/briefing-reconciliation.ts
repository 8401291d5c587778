import type { BriefingFacts, ReconciliationFact, SealFact } from './briefing-facts.ts'
import { figure, heading, paragraph, periodName, text } from './briefing-runs.ts'
import type { DocumentBlock, TextRun } from './views.ts'

/** Reconciliations, and every difference that the two sides have not settled; nothing where there is none. */
export function reconciliationBlocks({ seal, reconciliations }: BriefingFacts): readonly DocumentBlock[] {
  if (reconciliations.length === 0) return []
  return [heading('对账'), ...reconciliations.flatMap((one, index) => roundBlocks(seal, one, `r${index + 1}`))]
}

function roundBlocks(seal: SealFact, round: ReconciliationFact, place: string): readonly DocumentBlock[] {
  const { name, periodId, firstUnitName, secondUnitName, figureUnit, keys, agreed, settled, unsettled } = round
  const source = `${name}对账；${periodName(periodId)}；${firstUnitName}、${secondUnitName}分别报送；截至第${seal.seq}号封存时。`
  const count = (part: string, value: number, note?: string) => figure(seal, `${place}/${part}`, value, '项', note)
  const sentence = paragraph(
    ...[`${name}（${firstUnitName}、${secondUnitName}，${periodName(periodId)}）核对`, count('keys', keys, source)],
    ...['，一致', count('agreed', agreed), '，差异已签认', count('settled', settled)],
    ...['，差异未结', count('open', unsettled.length), unsettled.length === 0 ? '。' : '，如下。'],
  )
  if (unsettled.length === 0) return [sentence]
  const cell = (part: string, value: string | null): TextRun[] =>
    value === null ? [text('未报')] : [figure(seal, `${place}/${part}`, value)]
  return [
    sentence,
    {
      kind: 'table',
      columns: [
        { header: '项目', width: 5.4, align: 'left' },
        { header: firstUnitName, width: 3.2, align: 'right' },
        { header: secondUnitName, width: 3.2, align: 'right' },
        { header: '差额', width: 2.6, align: 'right' },
      ],
      rows: unsettled.map(({ label, first, second, gap, carriedFrom }, index) => [
        [text(carriedFrom === null ? label : `${label}（${periodName(carriedFrom)}未结）`)],
        cell(`${index + 1}/first`, first),
        cell(`${index + 1}/second`, second),
        gap === null ? [text('—')] : cell(`${index + 1}/gap`, gap),
      ]),
      ...(figureUnit === '' ? {} : { note: `注：单位为${figureUnit}；未结差异带入下一轮对账。` }),
    },
  ]
}
