import type { Page } from 'playwright-core'
import { dialogOf, press, settle } from './office.ts'

/** Does one thing to a problem: fields by their labels, and a file as evidence where one is named. */
export async function deed(
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>>,
  evidence?: string,
): Promise<void> {
  await press(page, name)
  const dialog = await dialogOf(page, name)
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
  if (evidence !== undefined) {
    const file = { name: evidence, mimeType: 'text/plain', buffer: Buffer.from(`${evidence}的内容`) }
    await dialog.getByLabel('添加材料').setInputFiles(file)
    await dialog.getByRole('link', { name: evidence }).waitFor()
  }
  await settle(dialog, name)
}
