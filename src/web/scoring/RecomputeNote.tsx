import { useState } from 'react'
import { scoringContract as contract } from '#adapters/http/contract/scoring'
import { useEndpoint, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { scoringMessages as messages } from './messages.ts'

/** Recomputes the evaluation before the reader's eyes: from its inputs, its seals and its trails. */
export function RecomputeNote({ runId }: { readonly runId: string }) {
  const t = useText(messages)
  const [asked, setAsked] = useState<string | null>(null)
  const recomputed = useEndpoint(contract.recompute, { params: { runId } }, { enabled: asked === runId })
  const ask = () => (asked === runId ? void recomputed.refetch() : setAsked(runId))
  const found = asked === runId ? recomputed.data : undefined
  const isSame = found && found.sameResult && found.sameInputs && found.faults.length === 0
  return (
    <>
      <Button disabled={recomputed.isFetching} onClick={ask}>
        {t('recompute')}
      </Button>
      <ErrorNote error={recomputed.error} />
      {found && (
        <span role="status" className={`scores__recomputed note ${isSame ? 'note--done' : 'note--error'}`}>
          {isSame
            ? t('same', { hash: found.recomputedHash.slice(0, 16) })
            : [
                t('differs'),
                found.sameResult ? '' : t('differsResult'),
                found.sameInputs ? '' : t('differsInputs'),
                found.faults.length === 0 ? '' : t('differsTrails', { count: found.faults.length }),
              ].join('')}
        </span>
      )}
    </>
  )
}
