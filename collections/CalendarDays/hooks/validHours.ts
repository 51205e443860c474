import { spansIn } from '@/domain/clocks/spans'

type Asked = { siblingData: Partial<{ kind: string }>; req: { i18n?: { language?: string } } }

/** Hours are written as stretches of a working day; a day off has none. */
export const validHours = (value: unknown, { siblingData, req }: Asked): true | string => {
  if (value === null || value === undefined || value === '') return true
  const english = req.i18n?.language === 'en'
  if (siblingData.kind === 'holiday') return english ? 'A day off has no hours' : '放假的日子没有工作时间'
  if (typeof value === 'string' && spansIn(value)) return true
  return english ? 'Write 09:00-12:00, stretches apart by a space' : '写成 09:00-12:00，几段之间空一格'
}
