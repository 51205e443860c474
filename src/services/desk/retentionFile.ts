import { dayIn } from '@/domain/clocks/dayIn'
import { DomainError } from '@/domain/errors'
import { toCsv } from '@/domain/registers/csv'
import { t } from '@/i18n'
import { planOf, WHOLE, type PlanLine } from '@/services/forget/plan'
import type { Desk } from './desk'
import { mayLook } from './retention'

const HEADS = ['number', 'what', 'opened', 'last', 'rule', 'goes'] as const

/** The whole list as a file: every number that one run would destroy now, and those that are held. Errors: `notAllowed` for those who may not see the list. */
export const retentionFile = async (desk: Desk): Promise<{ name: string; type: string; text: string }> => {
  if (!mayLook(desk)) throw new DomainError('notAllowed')
  const { lang, say } = desk
  const { rules, lines } = await planOf(desk.payload, desk.model, desk.now, WHOLE)
  const day = (at: number) => dayIn(desk.model.calendar.timeZone, at)
  const row = (line: PlanLine): string[] => {
    const rule = rules.find(({ kind, code }) => kind === line.kind && code === line.rule)
    const goes = line.held ? t(lang, 'retention.held') : `${t(lang, `retention.goesBy.${line.mode}`)}${line.hasContact ? t(lang, 'retention.withContact') : ''}`
    return [line.code, rule ? say(rule.name) : line.rule, day(line.openedAt), day(line.lastAt), rule ? t(lang, `retention.mode.${rule.mode}`, { days: rule.days }) : '', goes]
  }
  return { name: 'retention.csv', type: 'text/csv; charset=utf-8', text: toCsv([HEADS.map((head) => t(lang, `retention.${head}`)), ...lines.map(row)]) }
}
