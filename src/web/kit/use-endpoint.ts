import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Endpoint, OutputOf } from '#adapters/http/contract/kit'
import { call, type CallInput } from './call.ts'

/** Reads an endpoint into the page; the key is its path and input, so that the same question is asked once. */
export function useEndpoint<E extends Endpoint>(
  spec: E,
  input: CallInput<E> = {},
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseQueryResult<OutputOf<E>, Error> {
  return useQuery<OutputOf<E>, Error>({
    queryKey: [spec.path, input.params ?? null, input.query ?? null],
    queryFn: () => call(spec, input),
    placeholderData: (previous) => previous,
    ...options,
  })
}

/** Writes through an endpoint; everything read so far is asked again afterwards. */
export function useAction<E extends Endpoint>(spec: E): UseMutationResult<OutputOf<E>, Error, CallInput<E>> {
  const client = useQueryClient()
  return useMutation<OutputOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(spec, input),
    onSettled: () => client.invalidateQueries(),
  })
}

/** Signs in or out: nothing that was read for one person stays to be shown to the next. */
export function useSessionChange<E extends Endpoint>(spec: E): UseMutationResult<OutputOf<E>, Error, CallInput<E>> {
  const client = useQueryClient()
  return useMutation<OutputOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(spec, input),
    onSuccess: () => client.resetQueries(),
  })
}
