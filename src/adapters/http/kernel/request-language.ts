import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Language } from '#adapters/http/contract/words'

/** The reader's language: the switch (cookie guatu_lang), else Accept-Language, else Chinese. */
export function languageOf(request: HonoContext): Language {
  const chosen = getCookie(request, 'guatu_lang')
  if (chosen === 'zh' || chosen === 'en') return chosen
  return (request.req.header('accept-language') ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}
