import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { addDays, lastDayOfMonth } from '#core/kit'
import { holds, useAction, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { shellMessages } from './messages.ts'

/** The sample region's own clock, and how to move it on. */
export function ClockBanner({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const { language } = useLanguage()
  const move = useAction(organisationContract.moveClock)
  const { now, today, timeZone } = me.region
  const shown = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(new Date(now))
  const moveTo = (day: string) => {
    const ahead = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)
    move.mutate({ body: { to: new Date(Date.parse(now) + ahead).toISOString() } })
  }
  return (
    <div className="clock no-print">
      <span>{t('clock', { now: shown })}</span>
      {holds(me, 'coordinator') && (
        <>
          <Button look="quiet" disabled={move.isPending} onClick={() => moveTo(addDays(today, 1))}>
            {t('moveDay')}
          </Button>
          <Button look="quiet" disabled={move.isPending} onClick={() => moveTo(nextDekadStart(today))}>
            {t('moveDekad')}
          </Button>
        </>
      )}
      <ErrorNote error={move.error} />
    </div>
  )
}

function nextDekadStart(today: string): string {
  const day = Number(today.slice(8))
  if (day <= 10) return `${today.slice(0, 8)}11`
  if (day <= 20) return `${today.slice(0, 8)}21`
  return addDays(lastDayOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7))), 1)
}
