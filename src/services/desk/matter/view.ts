import { toClockEvents } from '@/services/matters/clockRows'
import { answerLines } from '@/domain/forms/describe'
import type { Answers } from '@/domain/forms/types'
import type { FormWords } from '@/domain/forms/words'
import { progressOf, type PhaseProgress } from '@/domain/matter/progress'
import type { RoutingDecision } from '@/domain/routing/types'
import type { Lang } from '@/domain/words'
import { findRows } from '@/db/rows'
import enForm from '@/i18n/en/form.json'
import zhForm from '@/i18n/zh/form.json'
import { tMaybe } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { decideRouting } from '@/services/matters/autoRoute'
import { objectorsIn } from '@/services/matters/objectors'
import { coverRights } from '@/services/photos/redact'
import { REVEAL_REASON_MIN } from '@/services/matters/acts/reveal'
import { ms, type MatterRow } from '@/services/matters/row'
import { entryOfMatter } from '@/services/registers/pointing'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { fullClock } from '../clocks'
import type { Desk } from '../desk'
import { keepingLines } from '../retention'
import { matterHref, ownerOf, personRef, shareName, tagNames, unitRef } from '../names'
import type { AttachmentVM, ContactVM, MatterVM, PartVM, PhaseVM } from '../view'
import { actionVMs } from './actions'
import { eventVMs, outcomeWord } from './events'
import { loadMatter, type EventRow, type Loaded } from './load'
import { nearVMs, ownerVM, placeOf, toldApart } from './near'
import { placesOf, type Places } from './placeThen'
import { correctOf, rightsOf, youAre } from './rights'

const FORM_WORDS: Record<Lang, FormWords> = { zh: zhForm, en: enForm }

const PHASE_STATES = { done: 'past', current: 'here', pending: 'ahead', skipped: 'skipped' } as const

/** An archived matter is in the archive, and stays there. */
const stateOfPhase = ({ phase, state }: PhaseProgress): PhaseVM['state'] => (phase === 'archive' && state === 'done' ? 'here' : PHASE_STATES[state])

const phaseVM = (progress: PhaseProgress, desk: Desk): PhaseVM => {
  const { phase, from, until } = progress
  const state = stateOfPhase(progress)
  const at = state === 'past' ? (until ?? from) : from
  return { phase, name: tMaybe(desk.lang, `desk.phase.${phase}`) ?? phase, state, ...(at === undefined ? {} : { at }) }
}

const phasesOf = (desk: Desk, { events, workflow }: Loaded): PhaseVM[] => {
  const entries = events.flatMap((event) => (event.stepTo ? [{ at: Date.parse(event.at), step: event.stepTo, anew: event.signals?.includes('reopened'), ...(event.phaseTo ? { phase: event.phaseTo } : {}) }] : []))
  return progressOf(entries, workflow).map((each) => phaseVM(each, desk))
}

const stepName = ({ workflow, matter }: Loaded, { say }: Desk): string => say(workflow.steps.find(({ code }) => code === matter.step)?.name)

const clocksOf = (desk: Desk, loaded: Loaded): MatterVM['clocks'] => {
  const events = toClockEvents(loaded.events)
  const waiting = loaded.workflow.steps.find(({ code }) => code === loaded.matter.step)?.kind === 'waiting'
  return loaded.clocks.map((row) => fullClock({ row, events, ...(waiting ? { pausedFor: stepName(loaded, desk) } : {}) }, desk))
}

const answersOf = async (desk: Desk, { matter }: Loaded): Promise<MatterVM['answers']> => {
  if (!matter.formVersion || Object.keys(matter.answers ?? {}).length === 0) return []
  const def = await formVersion(desk.payload, matter.formVersion)
  const unitName = (code: string) => desk.say(desk.model.units.byCode.get(code)?.name)
  const given = (matter.answers ?? {}) as Answers
  const lines = answerLines({ def, answers: given, lang: desk.lang, words: FORM_WORDS[desk.lang], unitName })
  return lines.filter(({ key }) => Object.hasOwn(given, key)).map(({ label, text, publicity }) => ({ label, value: text, public: publicity === 'public' }))
}

const contactOf = (desk: Desk, { contact, context }: Loaded): ContactVM | undefined => {
  if (!contact) return undefined
  const entries = (['name', 'phone', 'email'] as const).flatMap((kind) => {
    const masked = contact.masked?.[kind]
    return masked ? [{ kind, label: desk.t(`contact.${kind}`), masked }] : []
  })
  return {
    entries, canReveal: context.can('contact.reveal'), reasonMin: REVEAL_REASON_MIN, callback: contact.masked?.callback !== undefined,
    erasedAt: ms(contact.erasedAt), eraseAfter: ms(contact.eraseAfter),
  }
}

const VISIBILITY = { staff: 'internal', reporter: 'reporter', public: 'public' } as const

/** Each covering has an address of its own: no browser shows the one before it. */
const photoUrl = ({ id, redaction }: Loaded['attachments'][number]): string => `/desk/api/photos/${id}${redaction ? `?v=${redaction}` : ''}`

const attachmentVMs = (desk: Desk, { attachments, context, matter }: Loaded): AttachmentVM[] => {
  const publishable = desk.model.types.byId.get(matter.type)?.publicity === 'public' && matter.confidentiality !== 'restricted'
  const mayBe: AttachmentVM['mayBe'] = publishable ? ['internal', 'reporter', 'public'] : ['internal', 'reporter']
  const covers = coverRights(desk, matter).cover
  return attachments.map((row, index) => ({
    id: row.id, thumb: photoUrl(row), url: photoUrl(row), at: Date.parse(row.addedAt), visibility: VISIBILITY[row.visibility],
    alt: desk.t('photo', { n: index + 1 }), by: row.addedBy === 'staff' ? (personRef(desk, row.person)?.name ?? '') : desk.t('actor.reporter'),
    ...(context.can('matter.publish') ? { mayBe } : {}),
    ...(row.erasedAt ? { erased: true } : {}),
    ...(row.redaction ? { covered: true } : {}),
    ...(covers && !row.erasedAt ? { coverHref: `/desk/photos/${row.id}` } : {}),
  }))
}

const decidedBy = (events: EventRow[]): EventRow | undefined =>
  [...events].reverse().find(({ action, data, kind }) => action === 'routingProposed' || (kind === 'transition' && data?.lead !== undefined))

const routingOf = (desk: Desk, { events, matter }: Loaded, now: RoutingDecision): MatterVM['routing'] => {
  const decided = decidedBy(events)
  // A decision for somebody who has it no more says nothing of where the matter is now.
  if (!decided || (!matter.ownerUnit && decided.action !== 'routingProposed')) return undefined
  const trace = now.trace.map(({ rule, name, outcome, why }) => ({ rule, name: desk.say(name), outcome, why: desk.say(why) }))
  if (decided.actorKind === 'staff') return { mode: 'person', reason: desk.t('routing.person', { name: decided.actorName ?? '' }), trace }
  const mode = decided.action === 'routingProposed' && typeof decided.data?.mode === 'string' ? (decided.data.mode as RoutingDecision['mode']) : 'trusted'
  return { mode, reason: desk.say(decided.reason), trace }
}

const partVM = (row: MatterRow, desk: Desk): PartVM => {
  const owner = shareName(desk, { unit: row.ownerUnit, team: row.ownerTeam, person: row.ownerPerson })
  return { id: row.id, number: row.number, title: row.title, href: matterHref(row.id), closed: !row.open, ...(owner ? { owner } : {}) }
}

const linked = (row: MatterRow | undefined) => row && { id: row.id, name: row.title, number: row.number, href: matterHref(row.id) }

const familyVM = (desk: Desk, { family }: Loaded): Pick<MatterVM, 'parent' | 'parts' | 'mergedInto' | 'merged'> => ({
  parent: linked(family.parent),
  mergedInto: linked(family.mergedInto),
  parts: family.parts.map((row) => partVM(row, desk)),
  merged: family.merged.map((row) => ({ id: row.id, number: row.number, title: row.title, href: matterHref(row.id), canUndo: desk.acting.can('matter.merge', row) })),
})

const partiesOf = (desk: Desk, { active }: Loaded): MatterVM['parties'] =>
  active.filter(({ role }) => role === 'party').flatMap((row) => {
    const who = ownerOf(desk, row)
    return who ? [{ id: row.id, who, ...(row.note ? { note: row.note } : {}), dueAt: ms(row.dueAt), since: Date.parse(row.from) }] : []
  })

/** Standard replies for this matter's category and step. */
const repliesOf = async (desk: Desk, { matter }: Loaded): Promise<MatterVM['replies']> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.replies, { where: { office: { equals: desk.viewer.office } }, sort: 'id' })
  const categories = new Set(matter.categoryPath.split('/').filter(Boolean))
  const fits = (row: (typeof rows)[number]): boolean => {
    const own = (row.categories ?? []).flatMap((item) => idOf(item) ?? [])
    const steps = (row.steps ?? '').split(/[\s,]+/).filter(Boolean)
    return (own.length === 0 || own.some((id) => categories.has(id))) && (steps.length === 0 || steps.includes(matter.step))
  }
  return rows.filter(fits).map((row) => ({ id: row.id, name: desk.say(wordsOf(row.title)), text: desk.say(wordsOf(row.text)) }))
}

const placed = (desk: Desk, { matter }: Loaded, { unit, category }: Places) => ({
  category: category ?? { id: '', name: desk.t('noCategory'), above: [] },
  source: desk.say(desk.model.sources.byId.get(matter.source ?? '')?.name),
  ...(unit ? { unit } : {}),
  ...(matter.address ? { address: matter.address } : {}),
  ...(matter.firstUnit ? { firstAsked: unitRef(desk, matter.firstUnit)?.name } : {}),
})

/** From here on a severity is worth a mark. */
const SEVERE = 3

const guarded = (desk: Desk, { matter }: Loaded) => {
  const restricted = matter.confidentiality === 'restricted'
  const mayBePublic = !restricted && desk.model.types.byId.get(matter.type)?.publicity === 'public'
  return {
    restricted, publicity: desk.t(mayBePublic ? 'publicity.public' : 'publicity.reporter'),
    ...((matter.severity ?? 0) >= SEVERE ? { severity: tMaybe(desk.lang, `staff.severity.${matter.severity}`) } : {}),
  }
}

const identityOf = (desk: Desk, loaded: Loaded, places: Places) => {
  const { matter } = loaded
  return {
    ...placed(desk, loaded, places), ...guarded(desk, loaded),
    id: matter.id, number: matter.number, title: matter.title, revision: matter.revision, type: desk.say(desk.model.types.byId.get(matter.type)?.name),
    receivedAt: Date.parse(matter.receivedAt), round: matter.round, returns: matter.returns,
    ...(matter.outcome ? { outcome: outcomeWord(matter.outcome, loaded, desk) } : {}),
    ...(matter.text ? { said: matter.text } : { saidErased: true }),
    stepName: stepName(loaded, desk), owner: ownerVM(desk, matter), tags: tagNames(desk, matter.tags),
  }
}

/** A matter's page for one viewer. Errors: `notFound`. */
export const matterVM = async (desk: Desk, id: string): Promise<MatterVM> => {
  const loaded = await loadMatter(desk, id)
  const { matter } = loaded
  const proposal = decideRouting(desk.model, matter, objectorsIn(loaded.events, loaded.workflow, matter.round))
  const replies = await repliesOf(desk, loaded)
  const { actions, titles } = await actionVMs(desk, loaded, { proposal, replies })
  const own = new Set(tagNames(desk, matter.tags))
  return {
    ...identityOf(desk, loaded, await placesOf(desk, matter)),
    ...familyVM(desk, loaded),
    phases: phasesOf(desk, loaded), clocks: clocksOf(desk, loaded), you: youAre(desk, loaded), actions,
    answers: await answersOf(desk, loaded), contact: contactOf(desk, loaded), keeping: await keepingLines(desk, matter), attachments: attachmentVMs(desk, loaded),
    routing: routingOf(desk, loaded, proposal), parties: partiesOf(desk, loaded),
    near: matter.open ? await nearVMs(desk, { ...matter, text: matter.text ?? '', receivedAt: Date.parse(matter.receivedAt) }, toldApart(loaded.events)) : [],
    place: await placeOf(desk, matter), entry: await entryOfMatter(desk, matter), events: eventVMs(loaded, desk, titles), replies,
    tagOffers: desk.model.tags.all.filter(({ active }) => active !== false).map(({ name }) => desk.say(name)).filter((name) => !own.has(name)),
    can: rightsOf(desk, loaded), correct: correctOf(desk, loaded),
  }
}
