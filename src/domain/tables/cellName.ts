/** A column as spreadsheets name it: 0 → A, 25 → Z, 26 → AA. */
export const columnName = (column: number): string => {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The number of a column named by letters: A → 0, AA → 26; -1 for what is no name. */
export const columnNumber = (name: string): number =>
  /^[A-Z]{1,7}$/.test(name) ? [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : -1
