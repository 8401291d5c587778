import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { ApiProblem, useSessionChange, useText } from '#web/kit'
import { Button, ErrorNote, LanguageButton, Page, TextField } from '#web/ui'
import { shellMessages } from './messages.ts'

/**
 * The page of a one-time link: /link/{region}#{token}. The token stays in the fragment, so that no log sees it. The field for the
 * release code comes once the server asks for it.
 */
export function LinkPage({ region }: { readonly region: string }) {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  const open = useSessionChange(organisationContract.openLink)
  const [code, setCode] = useState('')
  const asksCode = open.error instanceof ApiProblem && open.error.problem.code.startsWith('auth.code')
  const enter = (event: FormEvent) => {
    event.preventDefault()
    const token = window.location.hash.slice(1)
    const body = { region, token, ...(code ? { code } : {}) }
    open.mutate({ body }, { onSuccess: () => void navigate({ to: '/' }) })
  }
  return (
    <Page title={t('linkTitle')} actions={<LanguageButton />}>
      <p>{t('linkText')}</p>
      <form className="section" onSubmit={enter}>
        {(asksCode || code !== '') && (
          <TextField
            label={t('code')}
            hint={t('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <ErrorNote error={open.error} />
        <p>
          <Button look="primary" type="submit" disabled={open.isPending}>
            {t('signIn')}
          </Button>
        </p>
      </form>
    </Page>
  )
}
