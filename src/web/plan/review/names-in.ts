/** Names typed as a list, 区发改局、区财政局: each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[、，,；;\n]/).map((name) => name.trim())
  return [...new Set(names.filter(Boolean))]
}
