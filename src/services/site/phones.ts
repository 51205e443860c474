/** A telephone number as people read it, and as it is dialled. */
export type Phone = { text: string; dial: string; hours?: string }

export const phoneOf = (text: string | null | undefined, hours?: string): Phone | undefined =>
  text ? { text, dial: text.replace(/[^\d+]/g, ''), ...(hours ? { hours } : {}) } : undefined
