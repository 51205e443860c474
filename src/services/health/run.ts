import { logger } from '@/lib/logger'
import { columns, messages, registers } from './checks/content'
import { guides } from './checks/guides'
import { basics } from './checks/basics'
import { storage, transactions } from './checks/database'
import { unowned } from './checks/matters'
import { appointments, calendar, rules } from './checks/office'
import { routines } from './checks/routines'
import { routing } from './checks/routing'
import { audit, keys, outbox, sweeps, tasks } from './checks/running'
import { signIn } from './checks/signIn'
import { staffing, teams } from './checks/staffing'
import { categories, forms, types } from './checks/structure'
import { territory } from './checks/territory'
import { CHECKS, type Check, type CheckName, type Finding, type Ground } from './types'

const ALL: Record<CheckName, Check> = {
  appointments, signIn, basics, unowned, messages, types, routing, categories, forms, territory, staffing, teams, calendar, rules, registers, columns, guides, outbox, sweeps, tasks, routines, audit, keys, transactions, storage,
}

export type Checked = { check: CheckName; findings: Finding[] }

const run = async (check: CheckName, ground: Ground): Promise<Checked> => {
  try {
    return { check, findings: await ALL[check](ground) }
  } catch (error) {
    // What cannot be looked at is told as such: silence would read as health.
    logger.error({ err: error, check }, 'a check of the health page failed')
    return { check, findings: [{ code: 'unchecked', gravity: 'now' }] }
  }
}

/** Looks at everything that may stand in the way of residents, staff or proof, one after the other. */
export const runChecks = async (ground: Ground): Promise<Checked[]> => {
  const checked: Checked[] = []
  for (const check of CHECKS) checked.push(await run(check, ground))
  return checked
}
