import { type Result, refuse } from '#core/kit'
import type { Context, TypeByContent } from '#app/kit'
import { attachFile, removeAttachment } from '../attach-file.ts'
import type { ReportKey } from '../ports.ts'
import { asRespondent, livingLink } from './answer-for-outside.ts'

/** Most files that a line takes by link: whoever holds one has no account to answer for more. */
const MOST_FILES_BY_LINK = 10

type LinkKey = ReportKey & { readonly token: string }

/** Attaches a file to a line that is answered by link, before it is sent; names nobody but the link's respondent. */
export async function attachByLink(
  context: Context,
  input: LinkKey & { readonly bytes: Uint8Array; readonly fileName: string; readonly typeByContent: TypeByContent },
): ReturnType<typeof attachFile> {
  const { token: _token, ...file } = input
  const acting = await actingFor(context, input)
  if (!acting.ok) return acting
  const [entry] = await context.read((stores) => stores.reports.entries({ keys: [input] }))
  if ((entry?.report?.files.length ?? 0) >= MOST_FILES_BY_LINK)
    return refuse('respondent.tooManyFiles', { limit: MOST_FILES_BY_LINK }, 'file')
  return attachFile(acting.value, file)
}

/** Takes a file off a line again, as long as the line is not sent. */
export async function removeFileByLink(
  context: Context,
  input: LinkKey & { readonly attachmentId: string },
): ReturnType<typeof removeAttachment> {
  const { token: _token, ...file } = input
  const acting = await actingFor(context, input)
  return acting.ok ? removeAttachment(acting.value, file) : acting
}

/** What a link allows: its own unit's lines in its own period. */
async function actingFor(context: Context, { token, cadenceId, periodId }: LinkKey): Promise<Result<Context>> {
  const link = await context.read((stores) => livingLink(context, stores, token))
  if (!link.ok) return link
  const isOfLink = link.value.cadenceId === cadenceId && link.value.periodId === periodId
  return isOfLink ? { ok: true, value: asRespondent(context, link.value.unitId) } : refuse('object.notFound')
}
