/** Full hours as they are typed: "9, 15", "9，15", "9、15"; what is no number becomes one that the server refuses. */
export function hoursOf(text: string): number[] {
  return text
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const hour = Number(part.replace(/[:：时点].*$/, ''))
      return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : 0
    })
}
