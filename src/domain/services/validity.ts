/** Local dates "YYYY-MM-DD", both included; an end that is missing is open. */
export type Validity = { validFrom?: string | null | undefined; validUntil?: string | null | undefined }

/** Whether something holds on a local date "YYYY-MM-DD". */
export const isValidOn = ({ validFrom, validUntil }: Validity, date: string): boolean => (!validFrom || validFrom <= date) && (!validUntil || date <= validUntil)
