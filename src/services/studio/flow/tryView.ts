import { toLocal } from '@/domain/clocks/zone'
import { availableTransitions, mayTake } from '@/domain/workflow/available'
import { silenceDueAt } from '@/domain/workflow/silence'
import type { ClockTold } from '@/domain/workflow/rehearse'
import type { InputDef, TransitionDef } from '@/domain/workflow/types'
import { t, tMaybe, type KeyUnder } from '@/i18n'
import type { Params } from '@/i18n/fill'
import { clockName } from '@/services/desk/clocks'
import type { Desk } from '@/services/desk/desk'
import { shareName } from '@/services/desk/names'
import { spanWords } from '@/services/site/clockWords'
import { actingOf, type Asked, type Persona } from './pretend'
import { openClocksOf, walk, type Happened, type Walked } from './walk'

export type TryInput = Pick<InputDef, 'key' | 'kind' | 'required' | 'minLength' | 'maxLength' | 'min' | 'max' | 'minCount' | 'maxCount'> & { label: string; help?: string; options?: { value: string; label: string }[]; error?: string }
export type TryOffer = { code: string; name: string; tone: TransitionDef['tone']; inputs: TryInput[]; blocked?: string }
export type TryLine = { key: string; step: string; at: string; who?: string; lines: string[] }

/** The walk so far, and what the chosen persona may do now. */
export type TryView = {
  happened: TryLine[]
  step: string
  at: string
  now: number
  ended: boolean
  owner?: string
  clocks: string[]
  offers: TryOffer[]
  /** Buttons of this step that the persona does not have, and why. */
  others: { name: string; why: string }[]
  roles: { code: string; name: string }[]
  who: { value: string; label: string }[]
  shares: boolean
  handled: boolean
  /** Minutes until silence lets the portal act. */
  silence?: number
  refused?: string
}

type Say = (key: KeyUnder<'studioFlow'>, params?: Params) => string

const sayer = ({ lang }: Desk): Say => (key, params) => t(lang, `studioFlow.${key}`, params)

const LENGTH = 'YYYY-MM-DD HH:mm'.length
const momentOf = (at: number, { model: { calendar }, lang }: Desk): string => {
  const local = new Date(toLocal(calendar.timeZone, at))
  return `${local.toISOString().slice(0, LENGTH).replace('T', ' ')} ${t(lang, 'studioFlow.try.weekdays').split(' ')[local.getUTCDay()] ?? ''}`
}

const clockText = ({ limit, what, reading }: ClockTold, desk: Desk): string => {
  const { lang, model: { calendar } } = desk
  const span = (minutes: number): string => spanWords(lang, minutes, limit.unit, calendar)
  return sayer(desk)(`try.clock.${what}`, {
    name: clockName(limit, desk), limit: span(reading.limitMinutes), used: span(reading.usedMinutes), over: span(reading.leftMinutes), due: reading.dueAt === undefined ? '' : momentOf(reading.dueAt, desk),
  })
}

const personaName = (persona: Persona, { roles }: Walked, desk: Desk): string => {
  const say = sayer(desk)
  if (persona.kind !== 'staff') return say(`actor.${persona.kind}`)
  const role = roles.find(({ code }) => code === persona.role)?.name ?? ''
  return persona.same ? say('try.sameNamed', { role }) : role
}

const stepName = ({ rehearsal: { workflow } }: Walked, code: string, { say }: Desk): string => say(workflow.steps.find((step) => step.code === code)?.name)

const headOf = ({ kind, name, reason, lead }: Happened, desk: Desk): string => {
  const say = sayer(desk)
  const given = lead ? say('try.given', { who: shareName(desk, lead) }) : ''
  const words = { begin: say('try.begun'), shares: say('try.sharesDone'), act: say('try.pressed', { name: desk.say(name) }), rule: say('try.rule', { reason: desk.say(reason) }), proposed: say('try.proposed', { reason: desk.say(reason) }) }
  return [words[kind], ...(given ? [given] : [])].join(say('try.joint'))
}

const lineOf = (happened: Happened, at: number, walked: Walked, desk: Desk): TryLine => ({
  key: String(at), step: stepName(walked, happened.step, desk), at: momentOf(happened.at, desk), ...(happened.by ? { who: sayer(desk)('try.as', { who: personaName(happened.by, walked, desk) }) } : {}),
  lines: [headOf(happened, desk), ...(happened.line ? [sayer(desk)('try.reporterReads', { line: desk.say(happened.line) })] : []), ...happened.clocks.map((clock) => clockText(clock, desk))],
})

const errorsOf = ({ refused }: Walked, desk: Desk): Map<string, string> =>
  new Map((refused?.fields ?? []).map(({ field, code, params }) => [field.split('.')[0] ?? field, tMaybe(desk.lang, `desk.field.${code}`, params) ?? code]))

const inputOf = (def: InputDef, errors: ReadonlyMap<string, string>, desk: Desk): TryInput => {
  const { key, kind, required, minLength, maxLength, min, max, minCount, maxCount, label, help, options } = def
  const error = errors.get(key)
  return {
    key, kind, required, minLength, maxLength, min, max, minCount, maxCount, label: desk.say(label), ...(help ? { help: desk.say(help) } : {}), ...(error ? { error } : {}),
    ...(options ? { options: options.map(({ code, label: words }) => ({ value: code, label: desk.say(words) })) } : {}),
  }
}

const guardWord = (guard: string, { lang }: Desk): string => tMaybe(lang, `desk.guard.${guard}`) ?? guard

const whyNot = ({ actors, permission }: TransitionDef, persona: Persona, desk: Desk): string => {
  const say = sayer(desk)
  if (!actors.includes(persona.kind)) return say('try.onlyFor', { who: actors.map((actor) => say(`actor.${actor}`)).join(say('list.joint')) })
  return say('try.needs', { permission: tMaybe(desk.lang, `studioFlow.permission.${permission}`) ?? permission })
}

const refusedText = ({ refused }: Walked, desk: Desk): string | undefined => {
  if (!refused) return undefined
  if (typeof refused.detail.guard === 'string') return guardWord(refused.detail.guard, desk)
  return tMaybe(desk.lang, `studioFlow.try.refused.${refused.code}`) ?? t(desk.lang, 'studioFlow.try.refused.invalid')
}

const whoOf = ({ model, say }: Desk, unit: string | undefined): TryView['who'] => [
  ...(unit ? [{ value: `unit:${unit}`, label: say(model.units.byId.get(unit)?.name) }] : []),
  ...model.teams.all.filter(({ active }) => active !== false).map(({ id, name }) => ({ value: `team:${id}`, label: say(name) })),
]

const ownerOf = ({ rehearsal: { state } }: Walked, desk: Desk): string | undefined =>
  shareName(desk, { unit: state.ownerUnit, team: state.ownerTeam, person: state.ownerPerson }) || undefined

const standing = (walked: Walked, desk: Desk): string[] =>
  openClocksOf(walked, desk).map(({ limit, reading }) => clockText({ limit, reading, what: reading.pausedSince === undefined ? (reading.state === 'overdue' ? 'late' : 'running') : 'paused' } as ClockTold, desk))

const silenceOf = ({ rehearsal: { workflow, state, now } }: Walked): number | undefined => {
  const due = silenceDueAt({ workflow, state })
  return due === undefined ? undefined : Math.max(0, Math.ceil((due - now) / 60_000))
}

/** The walk in words. `asked.as` is who would press the next button. */
export const tryView = async (desk: Desk, asked: Asked): Promise<TryView> => {
  const walked = await walk(desk, asked)
  const { rehearsal: { workflow, state, now }, happened, roles } = walked
  const acting = actingOf(asked.as, state, roles)
  const context = { ...acting, workflow, state, now }
  const errors = errorsOf(walked, desk)
  const here = workflow.transitions.filter(({ from }) => from.includes(state.step))
  const step = workflow.steps.find(({ code }) => code === state.step)
  const used = new Set(workflow.transitions.filter(({ actors }) => actors.includes('staff')).map(({ permission }) => permission))
  const [owner, silence, refused] = [ownerOf(walked, desk), silenceOf(walked), refusedText(walked, desk)]
  return {
    happened: happened.map((each, at) => lineOf(each, at, walked, desk)), step: desk.say(step?.name), at: momentOf(now, desk), now, ended: step?.kind === 'final', clocks: standing(walked, desk),
    offers: availableTransitions(context).map(({ transition, blockedBy }) => ({
      code: transition.code, name: desk.say(transition.name), tone: transition.tone, inputs: transition.inputs.map((def) => inputOf(def, errors, desk)), ...(blockedBy ? { blocked: guardWord(blockedBy, desk) } : {}),
    })),
    others: here.filter((transition) => !mayTake(transition, context)).map((transition) => ({ name: desk.say(transition.name), why: whyNot(transition, asked.as, desk) })),
    roles: roles.filter(({ permissions }) => [...used].some((permission) => permissions.has(permission))).map(({ code, name }) => ({ code, name })),
    who: whoOf(desk, state.unit), shares: state.parties.length > 0, handled: state.handlers.length > 0,
    ...(owner ? { owner } : {}), ...(silence === undefined ? {} : { silence }), ...(refused ? { refused } : {}),
  }
}
