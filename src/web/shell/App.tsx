import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { LanguageProvider } from '#web/kit'
import { createPageRouter } from './router.tsx'
import '#web/ui'
import './shell.css'

/** The whole application: language, queries, router. */
export function App() {
  const [queries] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2_000, refetchOnWindowFocus: true } } }),
  )
  const [router] = useState(createPageRouter)
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  )
}
