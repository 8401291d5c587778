import { useId } from 'react'
import type { BriefingBlock, BriefingTexts } from '#adapters/http/contract/publishing'
import { useText } from '#web/kit'
import type { numbersOf } from './BriefingPaper.tsx'
import { publishingMessages as messages } from './messages.ts'

interface PaperTextProps {
  readonly part: 'opening' | 'analysis' | 'nextSteps'
  /** The heading as printed; none while the text is empty. */
  readonly heading: BriefingBlock | undefined
  readonly value: string
  readonly onChange: (part: Partial<BriefingTexts>) => void
  readonly numbers: ReturnType<typeof numbersOf>
}

/** One text of people, in its place on the paper. */
export function PaperText({ part, heading, value, onChange, numbers }: PaperTextProps) {
  const t = useText(messages)
  const id = useId()
  const number = heading?.kind === 'heading' ? numbers.headings.get(heading) : undefined
  return (
    <div className="paper__text">
      <label htmlFor={id} className={part === 'opening' ? 'paper__label' : 'paper__heading'}>
        {number}
        {t(part)}
        <small>{t('textHint')}</small>
      </label>
      <textarea
        id={id}
        rows={Math.max(3, value.split('\n').length + Math.floor(value.length / 36))}
        value={value}
        onChange={(event) => onChange({ [part]: event.target.value })}
      />
    </div>
  )
}
