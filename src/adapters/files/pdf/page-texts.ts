import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Result, accept, refuse } from '#core/kit'
import { MAX_PDF_PAGES, MAX_PDF_READING_MS, MAX_PDF_TEXTS } from '../file-limits.ts'
import type { PlacedText } from './page-lines.ts'

/**
 * What runs beside: pdf.js draws what a hostile file tells it to, so it works in a thread of its own, which can be ended at any
 * moment and takes nothing down with it. No script in a file is ever evaluated, nothing is printed. Plain JavaScript, because a
 * thread is started from a file that runs as it stands, in the built program and in its source alike.
 */
const BESIDE = `
const { parentPort, workerData } = require('node:worker_threads')
const tell = (message) => parentPort.postMessage(message)
import(workerData.library).then(async ({ getDocumentProxy }) => {
  const pdf = await getDocumentProxy(workerData.bytes, { verbosity: 0, isEvalSupported: false })
  tell({ pages: pdf.numPages })
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const reader = page.streamTextContent().getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      tell({ texts: value.items.filter((item) => 'str' in item), page: number })
    }
    page.cleanup()
  }
  tell({ done: true })
}).catch((error) => tell({ failed: error instanceof Error ? error.name : '' }))
`

type Message =
  | { readonly pages: number }
  | { readonly texts: readonly PlacedText[]; readonly page: number }
  | { readonly failed: string }
  | { readonly done: true }

/** Memory of the thread's own objects, in megabytes; what it unpacks is bounded before it starts. */
const THREAD_MEGABYTES = 512

/** The pieces of text of each page, or why there are none. `bytes` are taken over. */
export function readPageTexts(bytes: Uint8Array): Promise<Result<readonly (readonly PlacedText[])[]>> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href
  const thread = new Worker(BESIDE, {
    eval: true,
    workerData: { library, bytes },
    ...{ resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES }, execArgv: [], stdout: true, stderr: true },
  })
  return new Promise<Result<readonly (readonly PlacedText[])[]>>((resolve) => {
    const pages: PlacedText[][] = []
    let room = MAX_PDF_TEXTS
    const late = setTimeout(() => resolve(refuse('reader.zipBomb')), MAX_PDF_READING_MS)
    thread.once('exit', () => clearTimeout(late))
    thread.once('error', (error) => resolve(refuse(isOutOfMemory(error) ? 'reader.zipBomb' : 'reader.damaged')))
    thread.on('message', (message: Message) => {
      if ('failed' in message)
        resolve(refuse(message.failed === 'PasswordException' ? 'reader.encrypted' : 'reader.damaged'))
      else if ('done' in message) resolve(accept(pages))
      else if ('pages' in message) {
        if (message.pages > MAX_PDF_PAGES) resolve(refuse('reader.tooManyPages', { limitPages: MAX_PDF_PAGES }))
        else pages.push(...Array.from({ length: message.pages }, (): PlacedText[] => []))
      } else {
        room -= message.texts.length
        if (room < 0) resolve(refuse('reader.zipBomb'))
        else pages[message.page - 1]?.push(...message.texts)
      }
    })
  }).finally(() => thread.terminate())
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
