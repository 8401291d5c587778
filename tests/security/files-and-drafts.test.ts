import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formWith } from './besieged-region.ts'
import { openStory, saidOf, type Story } from './story.ts'

let story: Story

beforeAll(async () => {
  story = await openStory()
  await story.done('coordinator', 'POST', `/api/cadences/${story.cadenceId}/periods/2026-D21/open`)
})
afterAll(() => story.region.test.close())

describe('what is being written', () => {
  it('stays with its unit until it is submitted', async () => {
    const key = await story.report('signed', 'nothing')
    const secret = { ...saidOf('signed'), paragraph: '尚未核实的说法' }
    await story.done('reporter', 'PUT', '/api/reports/draft', { ...key, said: secret })
    const places = [
      `/api/cadences/${key.cadenceId}/periods/${key.periodId}`,
      `/api/items/${key.itemId}/history`,
      `/api/items/${key.itemId}`,
    ]
    for (const actor of ['reporterElsewhere', 'staff', 'coordinator', 'panelMember'] as const)
      for (const path of places)
        expect(await (await story.send(actor, 'GET', path)).text(), `${actor} ${path}`).not.toContain('尚未核实')
    expect(await (await story.send('signer', 'GET', places[0] ?? '')).text()).toContain('尚未核实')
  })
})

describe('a file', () => {
  const attach = async (name: string, content: BlobPart) => {
    const { cadenceId, periodId, itemId } = await story.report('signed', 'nothing')
    const form = formWith(name, content, { cadenceId, periodId, itemId })
    return story.send('reporter', 'POST', '/api/reports/files', form)
  }

  it.each([
    ['a page', 'a.html', '<!doctype html><script>1</script>'],
    ['a page as text', 'a.txt', '<html><script>1</script></html>'],
    ['a drawing that scripts', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program as a picture', 'a.png', 'MZ\u0090\u0000'],
    ['nothing', 'a.txt', ''],
  ])('%s is not taken', async (_name, fileName, content) => {
    expect((await attach(fileName, content)).status).toBe(422)
  })

  it('comes back as a download of its own type under a plain name, whatever it was called', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from('<script>1</script>')])
    for (const name of ['..\\..\\etc\\照片.png', '../../x.png', 'a"\r\nset-cookie: x=1;.png', "%0d%0a'.png"]) {
      const { attachmentId, fileName } = (await (await attach(name, png)).json()) as Record<string, string>
      expect(fileName).not.toMatch(/[/\\\r\n]/)
      const { headers, status } = await story.send('signer', 'GET', `/api/reports/files/${attachmentId}`)
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^\s"\\/]+$/)
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('over the limit is refused before it is read', async () => {
    const answer = await attach('big.txt', 'x'.repeat(21 * 1024 * 1024))
    expect(answer.status).toBe(413)
  })
})
