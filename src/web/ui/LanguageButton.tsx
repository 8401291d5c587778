import { useLanguage } from '#web/kit'
import { Button } from './Button.tsx'

/** Changes to the other language; named in that language, as whoever needs it cannot read this one. */
export function LanguageButton() {
  const { language, choose } = useLanguage()
  const [other, lang, name] =
    language === 'zh' ? (['en', 'en', 'English'] as const) : (['zh', 'zh-CN', '中文'] as const)
  return (
    <Button look="quiet" lang={lang} onClick={() => choose(other)}>
      {name}
    </Button>
  )
}
