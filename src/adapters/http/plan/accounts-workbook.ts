import type { UnitAccount } from '#app/plan'
import type { LocalDate } from '#core/kit'
import type { WorkbookView } from '#core/publishing'

/** Accounts and one-time links as a workbook to hand out, one line an account. */
export function accountsWorkbook(
  accounts: readonly UnitAccount[],
  place: { readonly origin: string; readonly regionId: string; readonly date: LocalDate },
): WorkbookView {
  const column = (header: string, width: number) => ({ header, width, kind: 'text' as const })
  return {
    author: '挂图 Guatu',
    date: place.date,
    sheets: [
      {
        name: '登录链接',
        title: '单位账号与一次性登录链接（14 日内有效，请分别交本人）',
        columns: [column('单位', 24), column('岗位', 10), column('账号', 28), column('登录链接', 90)],
        rows: accounts.map(({ unit, post, login, linkToken }) => [
          ...[unit, post, login],
          linkToken === null ? '已登录过，无需链接' : linkAddress(place, linkToken),
        ]),
      },
    ],
  }
}

/** The address that signs in once. The token stands behind #, so that no log sees it. */
function linkAddress(place: { readonly origin: string; readonly regionId: string }, token: string): string {
  return `${place.origin}/link/${place.regionId}#${token}`
}
