import type { Story } from './story.ts'

/** The header of a JSON request. */
export const json = { 'content-type': 'application/json' }

/** The code with which an answer refuses. */
export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code
}

/** Whom the server takes the bearer of a cookie for; undefined where for nobody. */
export async function whoIs(story: Story, cookie: string): Promise<string | undefined> {
  const answer = await story.region.raw('/api/me', { headers: { cookie } })
  return ((await answer.json()) as { account: { accountId: string } | null }).account?.accountId
}
