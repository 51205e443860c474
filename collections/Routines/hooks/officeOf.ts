import { idOf } from '@/lib/idOf'

/** The office a row belongs to, as given or as it was. */
export const officeOf = (data: Record<string, unknown>, original: Record<string, unknown> | undefined): string => idOf(data.office) ?? idOf(original?.office) ?? ''
