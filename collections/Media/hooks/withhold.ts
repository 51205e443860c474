import type { CollectionBeforeChangeHook } from 'payload'

/** A new picture is seen by editors alone until something that shows it is published; nobody says so by hand. */
export const withhold: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => ({ ...data, withheld: operation === 'create' ? true : (originalDoc?.withheld ?? null) })
