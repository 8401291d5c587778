import type { ItemView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { shown } from './figures.ts'
import { itemMessages as messages } from './item-messages.ts'

/** The sentence that promised the item, where it stands in the issued text. */
export function PromiseInText({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const { sentence, item } = view
  const { promise } = item
  const notes = promise
    ? [
        t('dueBy', { due: promise.due }),
        promise.baseline === null ? '' : t('baseline', { value: shown(promise.baseline), unit: promise.unit }),
      ]
    : []
  if (!sentence) return <p className="note">{item.quote === '' ? t('byHand') : item.quote}</p>
  return (
    <figure className="promise">
      <blockquote>
        {sentence.before}
        <mark>{sentence.sentence}</mark>
        {sentence.after}
      </blockquote>
      <figcaption>
        {[t('source', { file: sentence.fileName, path: item.path }), ...notes].filter((part) => part !== '').join('　')}
      </figcaption>
    </figure>
  )
}
