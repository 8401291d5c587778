/** Pinyin for sorting and searching, so that no server collation is needed. The library loads when the first name is written. */
export async function loadPinyin(): Promise<{
  /** 区发改局 → qu fa gai ju */
  readonly sortKey: (text: string) => string
  /** 区发改局 → qfgj */
  readonly initials: (text: string) => string
}> {
  const { pinyin } = await import('pinyin-pro')
  return {
    sortKey: (text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' }).toLowerCase(),
    initials: (text) =>
      pinyin(text, { pattern: 'first', toneType: 'none', nonZh: 'removed', type: 'array' }).join('').toLowerCase(),
  }
}
