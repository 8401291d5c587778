import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/**
 * Letters that do not stand for another's: Han, small Latin, digits, and the scripts of the autonomous regions, which look like
 * neither. Cyrillic, Greek and other look-alikes are left out, as are signs that nobody sees.
 */
const CLEAR =
  /^[\p{Script=Han}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}\p{Script=Yi}\p{Script=Hangul}a-z0-9 \-_.@()·、,&'"“”‘’《》〈〉:/]+$/u

/** The one spelling of an account's name: full-width forms, case and spaces make no other account. ＡＤＭＩＮ → admin */
export function foldLoginName(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase()
}

/** The name that a new account gets, or a refusal where it holds signs by which it could be taken for another's (аdmin). */
export function newLoginName(text: string): Result<string> {
  const name = foldLoginName(text)
  return CLEAR.test(name) && !/\p{Default_Ignorable_Code_Point}/u.test(name)
    ? accept(name)
    : refuse('account.loginUnclear', {}, 'login')
}
