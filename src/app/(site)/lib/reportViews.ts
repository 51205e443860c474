import type { FormDef } from '@/domain/forms/types'
import { answerLines } from '@/domain/forms/describe'
import { pageAfter } from '@/domain/forms/visible'
import { speaksOfEmergency } from '@/domain/matter/emergency'
import { codePoints, cutAtWord } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import { fieldErrors } from '@/components/site/fieldErrors'
import { formWords } from '@/components/forms/words'
import type { CategoryNodeView, CategoryPickerView, CheckView, ContactView, DescribeView, FormView, PhotosView, StepView, WhereView } from '@/components/site/types'
import { t } from '@/i18n'
import { env } from '@/lib/env'
import { limitsFor } from '@/services/matters/clockRows'
import { CONTACT_FIELDS } from '@/services/matters/contact'
import { TEXT_MAX } from '@/services/matters/createInput'
import { limitWords } from '@/services/site/clockWords'
import { walkAt } from '@/services/site/content/grid'
import { categoryName, categoryTrail, PICK, searchCategories, suggestFor, UNSURE } from '@/services/site/report/describe'
import { draftHours, draftName, type Draft, type Faults, type Step } from '@/services/site/report/draft'
import { answersOf, standing } from '@/services/site/report/questions'
import { categoryOf, passed, pathOfStep, placedOf, stepAfter, stepsOf } from '@/services/site/report/type'
import { addressOf } from '@/services/site/report/where'
import { photoViews } from '@/services/site/track/page'
import { levelBelow, searchUnits, unitsBelow, withinNames } from '@/services/site/units'
import { withoutNone } from '@/services/site/withoutNone'
import type { OfficeModel } from '@/services/structure/load'
import type { CategoryRow, UnitRow } from '@/services/structure/rows'

export type Reporting = { model: OfficeModel; lang: Lang; draft: Draft; form: FormDef | undefined }

/** The form of a page: where it is posted, and what was found wrong with it. */
export const formView = ({ draft, lang }: Pick<Reporting, 'draft' | 'lang'>, door: string, page: Faults['step'], hidden: Record<string, string> = {}): FormView => ({
  action: `/do/report/${door}`,
  hidden: { draft: draftName(draft), ...hidden },
  errors: draft.faults?.step === page ? fieldErrors(lang, draft.faults.errors) : [],
})

const placeName = (model: OfficeModel, code: string | undefined, lang: Lang): string | undefined => {
  const unit = code ? model.units.byCode.get(code) : undefined
  return unit && say(unit.name, lang)
}

const categoryText = ({ model, draft, lang }: Reporting): string | undefined => {
  const row = categoryOf(model, draft)
  if (row) return categoryName(model, row, lang)
  return draft.category === UNSURE ? t(lang, 'site.check.unsureCategory') : undefined
}

const LONG = 60

const shortened = (text: string): string => (codePoints(text) > LONG ? `${cutAtWord(text, LONG)}…` : text)

const filledOf = (reporting: Reporting, step: Step): StepView['filled'] => {
  const { model, draft, lang } = reporting
  const place = addressOf(model, draft.place, lang)
  const all: (StepView['filled'][number] & { step: Step })[] = [
    { step: 'describe', label: t(lang, 'site.check.text'), text: shortened(draft.text), path: '/report' },
    { step: 'describe', label: t(lang, 'site.check.category'), text: categoryText(reporting) ?? '', path: '/report' },
    { step: 'where', label: t(lang, 'site.check.place'), text: place, path: '/report/where' },
  ]
  return all.filter((each) => each.step !== step && each.text && draft.passed.includes(each.step)).map(({ label, text, path }) => ({ label, text, path }))
}

/** The page of questions that comes next, if any: none is sure once all were gone through, as then only what changed is asked again. */
const questionsAfter = ({ draft, form, lang }: Reporting, page: number): { title?: string } | undefined => {
  const after = form && pageAfter({ def: form, page, before: standing(form, draft, page).before })
  if (form === undefined || after === undefined) return undefined
  return after === 'maybe' || draft.passed.includes('questions') ? {} : { title: say(form.pages[after]?.title, lang) }
}

/** What the button of a step leads to. A step begun anew may bring questions of another type, so that nothing is promised there. */
const nextOf = (reporting: Reporting, step: Step, page: number): string | undefined => {
  const { model, draft, form, lang } = reporting
  const asked = step === 'questions' ? questionsAfter(reporting, page) : undefined
  if (asked) return asked.title
  const next = stepAfter(stepsOf(model, draft, form), passed(draft, step), step)
  return step === 'describe' && next === 'check' ? undefined : t(lang, `site.step.${next}`)
}

type At = { /** Instead of the step before. */ back?: string; /** Of the questions, from 0. */ page?: number }

/** The frame of a step. */
export const stepView = (reporting: Reporting, step: Step, { back, page = 0 }: At = {}): StepView => {
  const { model, draft, form } = reporting
  const steps = stepsOf(model, draft, form)
  const before = steps[steps.indexOf(step) - 1]
  return { step, steps, backPath: back ?? (before && pathOfStep(before)), exitPath: '/', draftHours: draftHours(model), filled: filledOf(reporting, step), ...withoutNone({ next: nextOf(reporting, step, page) }) }
}

const nameOfCode = (model: OfficeModel, code: string, lang: Lang): string => {
  const row = model.categories.byCode.get(code)
  return row ? categoryName(model, row, lang) : code
}

/** A category that is no suggestion stands as a choice of its own. */
const pickedOf = ({ model, draft, lang }: Reporting, suggestions: DescribeView['suggestions']): DescribeView['picked'] => {
  const chosen = categoryOf(model, draft)
  const suggested = suggestions?.some(({ code }) => code === chosen?.code) === true
  return chosen && (draft.picked || !suggested) ? { code: chosen.code, name: nameOfCode(model, chosen.code, lang) } : undefined
}

/** What the report was opened with: a unit, or the entry of a register. */
export type Link = { unit?: UnitRow | undefined; place?: { link: string; name: string } | undefined; service?: { code: string; name: string } | undefined }

const placeOf = ({ model, draft, lang }: Reporting, { unit: link, place }: Link): string | undefined => {
  if (place) return place.name
  if (draft.entry && !link) return draft.entry.name
  if (link) return say(link.name, lang)
  return draft.place.by === 'link' ? placeName(model, draft.place.unit, lang) : undefined
}

const hiddenOf = ({ unit, place, service }: Link): Record<string, string> => ({ ...(place ? { p: place.link } : unit ? { u: unit.code } : {}), ...(service ? { s: service.code } : {}) })

export const describeView = (reporting: Reporting, link: Link = {}): DescribeView => {
  const { model, draft, lang } = reporting
  const found = draft.read ? suggestFor(model, draft.text) : undefined
  const suggestions = found?.map(({ code, matched }) => ({ code, name: nameOfCode(model, code, lang), because: matched }))
  return {
    form: formView(reporting, 'describe', 'describe', hiddenOf(link)),
    text: draft.text,
    maxLength: TEXT_MAX,
    emergency: speaksOfEmergency(draft.text),
    ...withoutNone({ suggestions, category: draft.category, picked: pickedOf(reporting, suggestions), place: placeOf(reporting, link), service: link.service?.name ?? draft.service?.name }),
  }
}

const isOpen = (row: CategoryRow): boolean => row.active !== false

const nodeOf = (model: OfficeModel, row: CategoryRow, lang: Lang): CategoryNodeView => {
  const children = model.categories.all.filter((each) => each.parent === row.id && isOpen(each))
  const hint = say(row.help ?? undefined, lang)
  return { code: row.code, name: say(row.name, lang), ...(hint ? { hint } : {}), selectable: true, children: children.map((child) => nodeOf(model, child, lang)) }
}

export const categoryView = (reporting: Reporting): CategoryPickerView => {
  const { model, draft, lang } = reporting
  const query = draft.categoryQuery?.trim()
  const hits = query ? searchCategories(model, query, lang) : undefined
  return {
    form: formView(reporting, 'category', 'category'),
    ...(query ? { query } : {}),
    ...(hits ? { hits: hits.map((row) => ({ code: row.code, name: say(row.name, lang), within: categoryTrail(model, row).slice(0, -1).map((each) => say(each.name, lang)) })) } : {}),
    tree: model.categories.all.filter((row) => !row.parent && isOpen(row)).map((row) => nodeOf(model, row, lang)),
    ...(draft.category && draft.category !== PICK ? { selected: draft.category } : {}),
  }
}

const unitItem = (unit: UnitRow, lang: Lang) => {
  const hint = say(unit.address ?? undefined, lang)
  return { code: unit.code, name: say(unit.name, lang), ...(hint ? { hint } : {}) }
}

/** What the address was found to mean; nothing before it was looked for as it stands. */
const hitsOf = (model: OfficeModel, place: Draft['place'], lang: Lang): Pick<WhereView, 'hits' | 'total'> => {
  if (!place.searched || place.searched !== place.address) return {}
  const { hits, more, total } = searchUnits(model, place.address)
  return { hits: hits.map((unit) => ({ code: unit.code, name: say(unit.name, lang), path: '', within: withinNames(model, unit, lang) })), ...(more ? { total } : {}) }
}

export const whereView = (reporting: Reporting): WhereView => {
  const { model, draft, lang } = reporting
  const { place } = draft
  const { trail, below } = walkAt(model, place.at)
  const levelName = levelBelow(model, below, lang)
  const unit = place.unit ? model.units.byCode.get(place.unit) : undefined
  return {
    form: formView(reporting, 'where', 'where'),
    way: place.way,
    address: place.address,
    ...hitsOf(model, place, lang),
    ...(place.hit ? { hit: place.hit } : {}),
    walked: trail.map((each) => ({ code: each.code, name: say(each.name, lang) })),
    ...(levelName ? { levelName } : {}),
    children: below.map((each) => unitItem(each, lang)),
    plate: place.plate,
    ...(unit && unit.active !== false ? { found: { unit: unit.code, name: say(unit.name, lang), within: withinNames(model, unit, lang), by: place.by ?? place.way } } : {}),
    detail: place.detail,
  }
}

/** Whether the office has units that residents can find. */
export const hasUnits = (model: OfficeModel): boolean => unitsBelow(model).length > 0

export const photosView = (reporting: Reporting): PhotosView => {
  const { model, draft, lang } = reporting
  const reason = (code: string, params?: Record<string, string | number>) => fieldErrors(lang, [{ field: 'photos', code, ...(params ? { params } : {}) }])[0]?.message ?? code
  return {
    form: formView(reporting, 'photos', 'photos'),
    photos: photoViews(draft.photos, lang),
    limit: placedOf(model, draft).type.maxPhotos,
    maxBytes: env().MAX_PHOTO_MB * 1024 * 1024,
    refused: draft.refused.map(({ name, code, params }) => ({ name, reason: reason(code, params) })),
  }
}

const erasedAfterDays = ({ model, draft }: Reporting): number => placedOf(model, draft).type.contactRetentionDays ?? model.office.contactRetentionDays ?? 90

export const contactView = (reporting: Reporting): ContactView => ({
  form: formView(reporting, 'contact', 'contact'),
  asks: CONTACT_FIELDS,
  values: reporting.draft.contact,
  erasedAfterDays: erasedAfterDays(reporting),
})

const promisesOf = ({ model, draft, lang }: Reporting): CheckView['promises'] => {
  const { type, category } = placedOf(model, draft)
  const limits = limitsFor(model, { categoryPath: category?.path ?? '', type: type.id })
  const say = (clock: string) => {
    const limit = limits.find((each) => each.clock === clock)
    return limit && limitWords(lang, limit)
  }
  const [accept, resolve] = [say('accept'), say('resolve')]
  return { ...(accept ? { accept } : {}), ...(resolve ? { resolve } : {}) }
}

const contactLines = ({ draft, lang }: Reporting): string[] => {
  const lines = CONTACT_FIELDS.flatMap((name) => (draft.contact[name] ? [`${t(lang, `site.contact.${name}`)}${t(lang, 'resident.colon')}${draft.contact[name]}`] : []))
  return lines.length > 0 ? lines : [t(lang, 'site.check.noContact')]
}

const questionRow = ({ draft, form, lang }: Reporting): CheckView['rows'] => {
  if (!form) return []
  const answers = answersOf(form, draft)
  const lines = answerLines({ def: form, answers, lang, words: formWords(lang) }).filter(({ key }) => Object.hasOwn(answers, key))
  return [{ label: t(lang, 'resident.check.questions'), lines: lines.map(({ label, text }) => `${label}${/[?？]$/.test(label) ? ' ' : t(lang, 'resident.colon')}${text}`), path: '/report/questions' }]
}

const photoRow = ({ draft, lang }: Reporting): CheckView['rows'][number] => {
  const photos = photoViews(draft.photos, lang)
  return { label: t(lang, 'site.check.photos'), lines: [photos.length > 0 ? t(lang, 'site.check.photoCount', { count: photos.length }) : t(lang, 'site.check.none')], ...(photos.length > 0 ? { photos } : {}), path: '/report/photos' }
}

/** `similar`: open reports nearby that may be known. */
export const checkView = (reporting: Reporting, similar: CheckView['similar']): CheckView => {
  const { model, draft, lang, form } = reporting
  const steps = stepsOf(model, draft, form)
  const unit = placedOf(model, draft).unit
  const within = draft.place.unit && unit ? [...withinNames(model, unit, lang), say(unit.name, lang)].join(' › ') : ''
  return {
    form: formView(reporting, 'check', 'check'),
    rows: [
      { label: t(lang, 'site.check.text'), lines: [draft.text], path: '/report' },
      { label: t(lang, 'site.check.category'), lines: [categoryText(reporting) ?? ''], path: '/report' },
      { label: t(lang, 'site.check.place'), lines: [addressOf(model, draft.place, lang), within].filter((line, index, all) => line && all.indexOf(line) === index), path: '/report/where' },
      ...(steps.includes('questions') ? questionRow(reporting) : []),
      ...(steps.includes('photos') ? [photoRow(reporting)] : []),
      { label: t(lang, 'site.check.contact'), lines: contactLines(reporting), path: '/report/contact' },
    ],
    similar,
    keeps: t(lang, 'resident.check.keeps', { days: erasedAfterDays(reporting) }),
    promises: promisesOf(reporting),
  }
}
