import { planContract } from '#adapters/http/contract/plan'
import { addressOf } from '#web/kit'

/** How far a file is: on its way (percent), being read by the server, or its columns being looked at. */
export type UploadState =
  { readonly phase: 'sending'; readonly percent: number } | { readonly phase: 'reading' | 'looking' }

/** Sends an issued file and tells how far it is, which fetch cannot. Answers the draft's id, or throws words to show. */
export function uploadPlan(
  file: File,
  beside: { readonly planId?: string | undefined; readonly columns?: string | undefined },
  words: { readonly offline: string },
  onState: (state: UploadState) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.set('file', file)
    for (const [name, value] of Object.entries(beside)) if (value !== undefined) form.set(name, value)
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(planContract.importPlan))
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = total === 0 ? 100 : Math.floor((loaded / total) * 100)
      onState(percent < 100 ? { phase: 'sending', percent } : { phase: 'reading' })
    })
    request.addEventListener('error', () => reject(new Error(words.offline)))
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      const draftId = request.status === 200 ? wordOf(answer, 'draftId') : null
      if (draftId !== null) resolve(draftId)
      else reject(new Error(wordOf(answer, 'title') ?? words.offline))
    })
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A word of an answer: the draft's id, or the title of a refusal. The pages hold no schemas to parse it with. */
function wordOf(answer: unknown, name: 'draftId' | 'title'): string | null {
  const value: unknown = answer === null || typeof answer !== 'object' ? null : Reflect.get(answer, name)
  return typeof value === 'string' ? value : null
}
