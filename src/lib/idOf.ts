/** The id of a relation, populated or not; undefined when there is none. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value) return value
  return value && typeof value === 'object' && 'id' in value && value.id ? String(value.id) : undefined
}
