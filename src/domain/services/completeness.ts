/** What a guide must say (国办秘函〔2019〕19号: 办事指南要素), in the order in which people look for it. */
export const ELEMENTS = ['name', 'basis', 'conditions', 'materials', 'place', 'body', 'fee', 'limit', 'hours', 'phone', 'steps'] as const
export type GuideElement = (typeof ELEMENTS)[number]

/** What completeness depends on. Words may stand in one language, or in all of them as `{zh, en}`. */
export type GuideFacts = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const said = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== ''
  return isRecord(value) && said(value.zh)
}

/** Rows count that say something: an empty line of a list is none. */
const listed = (value: unknown, field: string): boolean => Array.isArray(value) && value.some((row) => isRecord(row) && said(row[field]))

const HOLDS: Record<GuideElement, (guide: GuideFacts) => boolean> = {
  name: ({ name }) => said(name),
  basis: ({ basis }) => said(basis),
  conditions: ({ conditions }) => said(conditions),
  materials: ({ materials }) => listed(materials, 'name'),
  place: ({ place }) => said(place),
  body: ({ body }) => said(body),
  fee: ({ fee }) => said(fee),
  limit: ({ legalLimit, promisedLimit }) => said(legalLimit) || said(promisedLimit),
  hours: ({ hours }) => said(hours),
  phone: ({ phone }) => said(phone),
  steps: ({ steps }) => listed(steps, 'title'),
}

/** The elements a guide lacks, in the order of the list; none when it says everything it must (国办秘函〔2019〕19号). */
export const missingElements = (guide: GuideFacts): GuideElement[] => ELEMENTS.filter((element) => !HOLDS[element](guide))
