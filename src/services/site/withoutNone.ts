/** An object without the entries that have no value: what is not there is not shown. */
export const withoutNone = <T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')) as { [K in keyof T]?: NonNullable<T[K]> }
