import type { RoutineDef } from '@/domain/routines/types'
import { readClock, type Calendar, type Limit } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import type { Party } from '@/domain/workflow/types'
import { both } from '@/i18n'
import { ROUTINE_CLOCK } from '@/services/matters/correctedClocks'
import { directoryOf } from '@/services/matters/directory'
import { unitOfParty } from '@/services/matters/refs'
import type { OfficeModel } from '@/services/structure/load'

const gone = (kind: string, code: string): DomainError => new DomainError('invalid', { kind, code }, [{ field: 'assign', code: 'notOffered' }])

const open = <T extends { active?: boolean | null }>(row: T | undefined, kind: string, code: string): T => {
  if (!row || row.active === false) throw gone(kind, code)
  return row
}

const byPost = (model: OfficeModel, post: string, unit: string | undefined): Party | undefined => {
  open(model.posts.byCode.get(post), 'post', post)
  const codes = (model.units.byId.get(unit ?? '')?.path ?? '').split('/').filter(Boolean).flatMap((id) => model.units.byId.get(id)?.code ?? [])
  const officer = directoryOf(model).officer(codes, post)
  return officer && { person: officer.id, unit: officer.unit }
}

/**
 * Who is to do what a routine opens: a team, a unit, or whoever has the post where `unit` lies or above. Undefined: nobody is named, or nobody holds the
 * post; then routing decides. Errors: `invalid` for a team, unit or post that is gone or closed.
 */
export const assigneeOf = (model: OfficeModel, { assign }: Pick<RoutineDef, 'assign'>, unit: string | undefined): Party | undefined => {
  if (!assign) return undefined
  if (assign.kind === 'unitPost') return byPost(model, assign.post, unit)
  if (assign.kind === 'unit') return { unit: open(model.units.byCode.get(assign.unit), 'unit', assign.unit).id }
  const team = open(model.teams.byCode.get(assign.team), 'team', assign.team)
  const home = unitOfParty(model, { team: team.id }) ?? unit
  return { team: team.id, ...(home ? { unit: home } : {}) }
}

/** The limit of a routine as a clock of its own: from the opening until somebody has done it. */
export const ownLimit = ({ code, limit }: Pick<RoutineDef, 'code' | 'limit'>): Limit | undefined =>
  limit && {
    code: `routine.${code}`, clock: ROUTINE_CLOCK, name: both('routines.clock'), amount: limit.amount, unit: limit.unit,
    start: ['created'], stop: ['handled', 'verified', 'archived'], cancel: ['dismissed', 'withdrawn'], pause: ['waitReporter', 'waitThirdParty', 'waitWeather'],
    thresholds: [{ percent: 80, act: 'remindOwner' }, { percent: 100, act: 'tellLead' }],
  }

/** When a routine's work must be done, epoch milliseconds from its opening; undefined without a limit. */
export const limitEnd = (def: Pick<RoutineDef, 'code' | 'limit'>, at: number, calendar: Calendar): number | undefined => {
  const limit = ownLimit(def)
  return limit && readClock({ limit, events: [{ at, signal: 'created' }], calendar, now: at }).dueAt
}
