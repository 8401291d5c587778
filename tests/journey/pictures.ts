import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SamplePerson } from '#main/sample'
import { crawl } from '../support/crawl.ts'
import { loadPageWords } from '../support/page-words.ts'
import { AT_PAGE } from './dekad.ts'
import type { Journey } from './journey.ts'

const WIDTHS = [1440, 1024, 360]

/** Takes a picture of every kind of page that the people of the journey reach, in both languages at three widths; answers what is wrong with words and widths. */
export async function takePictures(journey: Journey, folder: string): Promise<readonly string[]> {
  const words = await loadPageWords()
  await mkdir(folder, { recursive: true })
  const faults: string[] = []
  for (const [name, person] of peopleOf(journey)) {
    const page = await journey.page(person)
    const found = await crawl(page, {
      ...{ words, widths: WIDTHS },
      async onLook({ path, language, width }) {
        const file = `${name}-${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x').replace(/[^\w-]+/g, '_')}-${width}-${language}.png`
        await page.screenshot({ path: join(folder, file), fullPage: true })
      },
    })
    faults.push(...found.map((fault) => `${name} ${fault}`))
    await journey.office.leave(person.displayName)
  }
  return faults
}

/** One of each kind of people. */
function peopleOf({ district, reporters, signers }: Journey): readonly (readonly [string, SamplePerson])[] {
  const { cast } = district
  const unitId = cast.unitIds.get(AT_PAGE[0] ?? '') ?? ''
  const people = {
    ...{ coordinator: cast.coordinator, reporter: reporters.get(unitId), signer: signers.get(unitId) },
    ...{ office: cast.staff.get(4), leader: cast.leader, inspector: cast.inspector, panel: cast.panel[0] },
    ...{ administrator: cast.administrator, security: cast.securityOfficer, auditor: cast.auditor },
  }
  return Object.entries(people).flatMap(([name, person]) => (person ? [[name, person] as const] : []))
}
