/** Whether a part of a page stands whole, by what the address holds: 1-3 are the first and the third. */
export const isOpened = (opened: string | undefined, part: number | string): boolean =>
  (opened ?? '').split('-').includes(String(part))

/** What the address holds once a part is opened, or closed again; undefined where none is left open. */
export function withOpened(opened: string | undefined, part: number | string, isOpen: boolean): string | undefined {
  const others = (opened ?? '').split('-').filter((one) => one !== '' && one !== String(part))
  return (isOpen ? [...others, part] : others).join('-') || undefined
}
