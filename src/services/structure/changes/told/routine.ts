import { canonical } from '@/domain/canonical'
import { cadenceText } from '@/domain/routines/cadenceText'
import type { Opens, RoutineDef } from '@/domain/routines/types'
import { t, tMaybe } from '@/i18n'
import { answerText } from '@/domain/forms/describe'
import { formWordsOf } from '@/services/registers/words'
import { joinedBy, listSides, namedIn, partsTold, saying, wordsOf, type Speaker, type Teller, type Told } from './told'

const LABELS = { name: 'name', note: 'note', cadence: 'when', at: 'at', assign: 'whom', limit: 'limit' } as const

const whomText = ({ assign }: RoutineDef, teller: Teller): string => {
  if (!assign) return t(teller.lang, 'routines.edit.whomNobody')
  if (assign.kind === 'team') return namedIn('teams', assign.team, teller)
  return assign.kind === 'unit' ? namedIn('units', assign.unit, teller) : namedIn('posts', assign.post, teller)
}

const limitText = ({ limit }: RoutineDef, { lang }: Teller): string =>
  (limit ? `${limit.amount} ${t(lang, `routines.edit.unitNames.${limit.unit}`)}` : t(lang, 'routines.edit.noLimit'))

type Opened = { kind: Opens['kind'] } & Partial<Omit<Extract<Opens, { kind: 'matter' }>, 'kind'>> & Partial<Omit<Extract<Opens, { kind: 'round' }>, 'kind'>>

/** Every answer that is filled in beforehand, with its question. */
const answersTexts = ({ answers = {}, matterType = '' }: Opened, teller: Teller): string[] => {
  const { lang, book } = teller
  const questions = book.formOfType(matterType)?.pages.flatMap((page) => page.questions) ?? []
  const unitName = (code: string) => wordsOf(teller)(book.name('units', code))
  return Object.entries(answers).map(([key, value]) => {
    const question = questions.find((one) => one.key === key)
    const text = question ? answerText({ question, value, unitName, lang, words: formWordsOf(lang) }) : ''
    return saying(teller)('answer', { question: question ? wordsOf(teller)(question.label) : saying(teller)('gone'), answer: text })
  })
}

/** Every number that is counted and filled in, with its question. */
const fillsTexts = ({ fills = [], matterType = '' }: Opened, teller: Teller): string[] => {
  const { lang, book } = teller
  const questions = book.formOfType(matterType)?.pages.flatMap((page) => page.questions) ?? []
  return fills.map(({ question, measure, period, categories = [] }) => {
    const label = questions.find(({ key }) => key === question)?.label
    const of = joinedBy(teller)([t(lang, `routines.period.${period}`), ...categories.map((code) => namedIn('categories', code, teller))])
    return saying(teller)('answer', { question: label ? wordsOf(teller)(label) : saying(teller)('gone'), answer: saying(teller)('counted', { measure: t(lang, `routines.measure.${measure}`), of }) })
  })
}

const opensSpeakers = (teller: Teller): Record<Exclude<keyof Opened, 'answers' | 'fills'>, Speaker<Opened>> => {
  const { lang } = teller
  return {
    kind: ({ kind }) => t(lang, kind === 'matter' ? 'routines.edit.opensMatter' : 'routines.edit.opensRound'),
    matterType: ({ matterType }) => namedIn('matterTypes', matterType, teller),
    category: ({ category }) => namedIn('categories', category, teller),
    unit: ({ unit }) => namedIn('units', unit, teller),
    title: ({ title }) => wordsOf(teller)(title),
    text: ({ text }) => wordsOf(teller)(text),
    register: ({ register }) => namedIn('registers', register, teller),
    form: ({ form }) => namedIn('forms', form, teller),
    sample: ({ sample }) => (sample === undefined ? '' : String(sample)),
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
  const filled = ([['answers', answersTexts], ['fills', fillsTexts]] as const).flatMap(([part, texts]) => {
    const [was, now] = [texts(before.opens, teller), texts(after.opens, teller)]
    return canonical(was) === canonical(now) ? [] : listSides(opensLabel(part), [was, now], { teller, joint: saying(teller)('joint') })
  })
  return [...whole, ...opens, ...filled]
}
