/** What a text may be filled with. Numbers also choose between singular and plural. */
export type Params = Record<string, string | number>

const SLOT = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

/**
 * Fills `{name}` with a value and `{count|photo|photos}` with the first word when the value is 1, else the second.
 * A slot without a value stays as it is, so that it is seen in tests and on screen instead of reading as nothing.
 */
export const fill = (text: string, params: Params = {}): string =>
  text.replace(SLOT, (slot, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return slot
    if (one === undefined || many === undefined) return String(value)
    return Number(value) === 1 ? one : many
  })

/** Names of the slots of a text, sorted, each once. */
export const slotsOf = (text: string): string[] => [...new Set([...text.matchAll(SLOT)].map((match) => match[1] ?? ''))].sort()
