/** An account as the page of accounts shows it. */
export interface Account {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
  readonly disabledAt: string | null
  readonly hasPassword: boolean
  readonly hasOpenLink: boolean
  readonly guard: 'link' | 'linkAndCode' | 'machine'
  readonly roles: readonly { readonly grantId: string; readonly role: string; readonly unitName: string | null }[]
}

/** The dialog that is open over the page of accounts. */
export type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'grant'; readonly account: Account }
  | { readonly kind: 'disable'; readonly account: Account }
  | { readonly kind: 'link'; readonly token: string; readonly needsCode: boolean }
  | { readonly kind: 'code'; readonly code: string }
