/** What a list calls a matter: its title, with its target where it has one. */
export const named = ({ title, target }: { readonly title: string; readonly target: string }): string =>
  target === '' ? title : `${title}（${target}）`
