import type { CollectionBeforeChangeHook } from 'payload'

/** A new file is seen by editors alone until a notice that carries it is published; nobody says so by hand. */
export const withholdFile: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) =>
  ({ ...data, withheld: operation === 'create' ? true : (originalDoc?.withheld ?? true), internal: operation === 'create' ? false : (originalDoc?.internal ?? false) })
