import '../plan.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { planContract } from '#adapters/http/contract/plan'
import { call, useText } from '#web/kit'
import { Loaded } from '#web/ui'
import { planMessages } from '../messages.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

/** A draft beside its text. It is read once; what changes afterwards comes in by itself. */
export function ReviewPage() {
  const { draftId = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['review', draftId],
    queryFn: () => call(planContract.draft, { params: { draftId } }),
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })
  const t = useText(planMessages)
  return (
    <Loaded query={query} title={t('plans')}>
      {(draft) => <ReviewDesk key={draft.draftId} draft={draft} />}
    </Loaded>
  )
}
