import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint, OutputOf } from '#adapters/http/contract/kit'
import { call, type CallInput } from './call.ts'

interface ReadOptions {
  readonly enabled?: boolean
  readonly refetchInterval?: number
  /** The parts of the query that only filter or page a list: the rows so far stay until the narrowed ones are here. */
  readonly filters?: readonly string[]
}

/** How an endpoint is read: the key under which the answer is kept, and the question. */
export function readingOf<E extends Endpoint>(spec: E, input: CallInput<E> = {}) {
  return {
    queryKey: [spec.path, input.params ?? null, input.query ?? null],
    queryFn: (): Promise<OutputOf<E>> => call(spec, input),
  }
}

/**
 * Reads an endpoint into the page; the key is its path and input, so that the same question is asked once. Another question shows
 * that it is being read: the data of one item never stands under the name of another.
 */
export function useEndpoint<E extends Endpoint>(
  spec: E,
  input: CallInput<E> = {},
  { filters = [], ...options }: ReadOptions = {},
): UseQueryResult<OutputOf<E>, Error> {
  const list = listAsked(input.params, input.query, filters)
  return useQuery<OutputOf<E>, Error>({
    ...readingOf(spec, input),
    placeholderData: (previous, query) =>
      filters.length > 0 && listAsked(query?.queryKey[1], query?.queryKey[2], filters) === list ? previous : undefined,
    ...options,
  })
}

/** Reads by a request whose key must not stand in an address: the body says what is asked for. Asked again like any other reading. */
export function useSecretEndpoint<E extends Endpoint>(
  spec: E,
  input: CallInput<E>,
): UseQueryResult<OutputOf<E>, Error> {
  return useQuery<OutputOf<E>, Error>({
    queryKey: [spec.path, input.params ?? null, input.body ?? null],
    queryFn: () => call(spec, input),
    retry: false,
  })
}

/** What is asked for, whatever it is narrowed to. */
function listAsked(params: unknown, query: unknown, filters: readonly string[]): string {
  const asked = Object.entries(query ?? {}).filter(([name, value]) => !filters.includes(name) && value !== undefined)
  return JSON.stringify([params ?? null, asked.sort()])
}

/** A write: what a page needs of it. */
export interface Action<E extends Endpoint> extends Pick<
  UseMutationResult<OutputOf<E>, Error, CallInput<E>>,
  'mutateAsync' | 'isPending' | 'isSuccess' | 'error' | 'data' | 'variables' | 'reset'
> {
  /** Writes; what follows a success also follows where the fresh data have taken the asking part off the page. */
  mutate(input: CallInput<E>, then?: { readonly onSuccess: (output: OutputOf<E>) => void }): void
}

/** Writes through an endpoint; everything read so far is asked again afterwards. */
export function useAction<E extends Endpoint>(spec: E): Action<E> {
  const client = useQueryClient()
  const underWay = useRef(new Set<string>())
  const { mutateAsync, ...rest } = useMutation<OutputOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(spec, input),
    onSettled: () => client.invalidateQueries(),
  })
  // A second click comes before the page shows that the first is under way: the same thing is not asked twice at once.
  const once = (input: CallInput<E>, then?: (output: OutputOf<E>) => void) => {
    const said = JSON.stringify(input)
    if (underWay.current.has(said)) return
    underWay.current.add(said)
    // A refusal stands in `error`, where the page shows it.
    void mutateAsync(input)
      .then(then, () => undefined)
      .finally(() => underWay.current.delete(said))
  }
  return {
    ...rest,
    mutateAsync,
    mutate: (input, then) => once(input, then?.onSuccess),
  }
}

/**
 * Signs in or out: nothing that was read for one person stays to be shown to the next. Where the session of one person is only
 * renewed (`isSame`), his page stays as it stands, with all that he was typing.
 */
export function useSessionChange<E extends Endpoint>(
  spec: E,
  isSame: (input: CallInput<E>) => boolean = () => false,
): UseMutationResult<OutputOf<E>, Error, CallInput<E>> {
  const client = useQueryClient()
  return useMutation<OutputOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(spec, input),
    onSuccess: (_, input) => (isSame(input) ? client.invalidateQueries() : client.resetQueries()),
  })
}
