/** What a unit says of itself, in the glossary's words: the same on every page. A light has words of its own. */
export const claimMessages = {
  onPace: { zh: '按序时', en: 'on pace' },
  behind: { zh: '滞后', en: 'behind' },
  done: { zh: '完成', en: 'done' },
  blocked: { zh: '受阻', en: 'blocked' },
} as const
