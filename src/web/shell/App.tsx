import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import type { Endpoint } from '#adapters/http/contract/kit'
import { organisationContract } from '#adapters/http/contract/organisation'
import { reportingContract } from '#adapters/http/contract/reporting'
import { ApiProblem, LanguageProvider, readingOf } from '#web/kit'
import { createPageRouter } from './router.tsx'
import '#web/ui'
import './shell.css'

/** The whole application: language, queries, router. */
export function App() {
  const [queries] = useState(createQueries)
  const [router] = useState(createPageRouter)
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  )
}

/** A read that a page waits for and that is refused because the session has ended lets the frame ask again who is signed in. */
function createQueries(): QueryClient {
  const cache = new QueryCache({
    onError(error, query) {
      if (error instanceof ApiProblem && error.problem.status === 401 && query.isActive())
        void queries.invalidateQueries({ queryKey: [organisationContract.me.path] })
    },
  })
  // Without a network nothing waits in silence: the call fails, and the page says so.
  const networkMode = 'always'
  const reads = { retry: false, staleTime: 2_000, refetchOnWindowFocus: true, networkMode } as const
  const queries = new QueryClient({ queryCache: cache, defaultOptions: { queries: reads, mutations: { networkMode } } })
  if (window.location.pathname === '/') askAhead(queries)
  return queries
}

/** The first page is asked for before it is drawn; to whoever is not signed in it is refused, and nobody waits for it. */
function askAhead(queries: QueryClient): void {
  for (const spec of [organisationContract.me, reportingContract.work, reportingContract.dutyDesk])
    void queries.prefetchQuery(readingOf<Endpoint>(spec))
}
