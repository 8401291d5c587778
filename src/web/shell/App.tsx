import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { ApiProblem, LanguageProvider } from '#web/kit'
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

/** A read that is refused because the session has ended lets the frame ask again who is signed in. */
function createQueries(): QueryClient {
  const cache = new QueryCache({
    onError(error) {
      if (error instanceof ApiProblem && error.problem.status === 401)
        void queries.invalidateQueries({ queryKey: [organisationContract.me.path] })
    },
  })
  // Without a network nothing waits in silence: the call fails, and the page says so.
  const networkMode = 'always'
  const reads = { retry: false, staleTime: 2_000, refetchOnWindowFocus: true, networkMode } as const
  const queries = new QueryClient({ queryCache: cache, defaultOptions: { queries: reads, mutations: { networkMode } } })
  return queries
}
