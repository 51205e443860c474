import { cadenceText } from '@/domain/routines/cadenceText'
import type { Opens, RoutineDef } from '@/domain/routines/types'
import { t, tMaybe } from '@/i18n'
import { namedIn, partsTold, saying, wordsOf, type Speaker, type Teller, type Told } from './told'

const LABELS = { name: 'name', note: 'note', cadence: 'when', at: 'at', assign: 'whom', limit: 'limit' } as const

const whomText = ({ assign }: RoutineDef, teller: Teller): string => {
  const { lang, model } = teller
  if (!assign) return t(lang, 'routines.edit.whomNobody')
  if (assign.kind === 'team') return namedIn(model.teams, assign.team, teller)
  return assign.kind === 'unit' ? namedIn(model.units, assign.unit, teller) : namedIn(model.posts, assign.post, teller)
}

const limitText = ({ limit }: RoutineDef, { lang }: Teller): string =>
  (limit ? `${limit.amount} ${t(lang, `routines.edit.unitNames.${limit.unit}`)}` : t(lang, 'routines.edit.noLimit'))

type Opened = { kind: Opens['kind'] } & Partial<Omit<Extract<Opens, { kind: 'matter' }>, 'kind'>> & Partial<Omit<Extract<Opens, { kind: 'round' }>, 'kind'>>

const opensSpeakers = (teller: Teller): Record<keyof Opened, Speaker<Opened>> => {
  const { lang, model } = teller
  return {
    kind: ({ kind }) => t(lang, kind === 'matter' ? 'routines.edit.opensMatter' : 'routines.edit.opensRound'),
    matterType: ({ matterType }) => namedIn(model.types, matterType, teller),
    category: ({ category }) => namedIn(model.categories, category, teller),
    unit: ({ unit }) => namedIn(model.units, unit, teller),
    title: ({ title }) => wordsOf(teller)(title),
    text: ({ text }) => wordsOf(teller)(text),
    register: ({ register }) => namedIn(model.registers, register, teller),
    form: ({ form }) => namedIn(model.forms, form, teller),
    sample: ({ sample }) => (sample === undefined ? '' : String(sample)),
    answers: () => undefined,
    fills: () => undefined,
  }
}

/** What differs between two plans of a routine. Whether it is on, its row says. */
export const routineTold = (before: RoutineDef, after: RoutineDef, teller: Teller): Told[] => {
  const { lang } = teller
  const when = (def: RoutineDef) => cadenceText(def, (key, params) => t(lang, `routines.${key}`, params))
  const speak = {
    name: ({ name }: RoutineDef) => wordsOf(teller)(name),
    note: ({ note }: RoutineDef) => wordsOf(teller)(note),
    cadence: when,
    ...(before.at !== after.at && before.cadence.kind === after.cadence.kind ? { at: ({ at }: RoutineDef) => at } : {}),
    assign: (def: RoutineDef) => whomText(def, teller),
    limit: (def: RoutineDef) => limitText(def, teller),
  }
  const whole = partsTold<RoutineDef>({ before, after, speak, label: (part) => t(lang, `routines.edit.${LABELS[part as keyof typeof LABELS]}`), teller })
  const opensLabel = (part: string) => (part === 'kind' ? t(lang, 'routines.edit.opens') : saying(teller)('partOf', { what: t(lang, 'routines.edit.opens'), part: tMaybe(lang, `packages.field.${part}`) ?? '' }))
  const opens = partsTold<Opened>({ before: before.opens, after: after.opens, speak: opensSpeakers(teller), label: opensLabel, teller })
  return [...whole, ...opens]
}
