import { type Result, accept, localDateAt } from '#core/kit'
import { accountWorkbook, type AccountPaper, composeAccount, type WorkbookView } from '#core/publishing'
import type { Context } from '#app/kit'
import type { NamedFile, WriteDocx } from '#app/publishing'
import { readFinalAccount } from './final-account.ts'

/** Lays a workbook out as xlsx; wired from the adapter. */
type WriteWorkbook = (view: WorkbookView) => Promise<Uint8Array>

async function paperOf(context: Context, input: { readonly planId: string }): Promise<Result<AccountPaper>> {
  const page = await readFinalAccount(context, input)
  if (!page.ok) return page
  const { planTitle, year, parts, corrections } = page.value
  return context.read(async (stores) => {
    const seal = (await stores.insight.frame(input.planId))?.seals.at(-1)
    const region = await stores.organisation.region()
    const lines = new Map(parts.flatMap((part) => part.lines.map((line) => [line.itemId, line] as const)))
    return accept({
      ...{ planTitle, year, office: `${region?.name ?? ''}综合协调组`, date: context.today },
      seal: seal
        ? {
            ...{ seq: seal.seq, hash: seal.hash, periodId: seal.periodId },
            sealedOn: localDateAt(seal.sealedAt, context.timeZone),
          }
        : null,
      parts: parts.map(({ campaignName, lines: own, closed }) => ({
        ...{ campaignName, lines: own, isClosed: closed !== null },
      })),
      corrections: corrections
        .filter(({ approvedAt }) => approvedAt !== null)
        .map(({ itemId, oldValue, newValue, reason }) => {
          const line = lines.get(itemId)
          return { title: line?.title ?? '', unit: line?.unit ?? '', oldValue, newValue, reason }
        }),
    })
  })
}

const named = (paper: AccountPaper, ending: string): string =>
  `${paper.planTitle}${paper.year}年度决算.${ending}`.replace(/[\\/:*?"<>|]/g, '')

/** The final account as a Word file in the official layout. */
export async function accountDocx(
  context: Context,
  input: { readonly planId: string },
  writeDocx: WriteDocx,
): Promise<Result<NamedFile>> {
  const paper = await paperOf(context, input)
  if (!paper.ok) return paper
  return accept({ bytes: await writeDocx(composeAccount(paper.value)), fileName: named(paper.value, 'docx') })
}

/** The final account as a workbook, one sheet a campaign. */
export async function accountXlsx(
  context: Context,
  input: { readonly planId: string },
  writeWorkbook: WriteWorkbook,
): Promise<Result<NamedFile>> {
  const paper = await paperOf(context, input)
  if (!paper.ok) return paper
  return accept({ bytes: await writeWorkbook(accountWorkbook(paper.value)), fileName: named(paper.value, 'xlsx') })
}
