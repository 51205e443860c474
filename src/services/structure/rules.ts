import type { Payload, Where } from 'payload'
import { findRows, insertRow, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { acknowledgementOf, awaitedFrom, binds, isInForce, type Acknowledged, type BindingDocument } from '@/domain/rules/acknowledge'
import type { Words } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import type { RuleDocument } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import { belongings } from '@/services/matters/actor'
import { SLUG } from '@/slugs'
import { needModel } from './cache'
import type { OfficeModel } from './load'
import type { PersonRow } from './rows'

export type Clause = { code: string; heading: Words; text: Words }

/** A published rule document with its words in all languages. */
export type Document = BindingDocument & {
  code: string; number: string; title: Words; summary: Words; kind: NonNullable<RuleDocument['kind']>; audience: RuleDocument['audience']; clauses: Clause[]
}

const clauseOf = ({ code, heading, text }: { code: string; heading?: unknown; text?: unknown }): Clause => ({ code, heading: wordsOf(heading), text: wordsOf(text) })

const bindingOf = (row: RuleDocument): BindingDocument => ({
  id: row.id, edition: row.edition, mustAcknowledge: row.mustAcknowledge === true, boundTeams: (row.boundTeams ?? []).flatMap((team) => idOf(team) ?? []),
  ...(row.effectiveAt ? { effectiveAt: Date.parse(row.effectiveAt) } : {}),
})

const documentOf = (row: RuleDocument): Document => ({
  ...bindingOf(row), code: row.code, number: row.number ?? row.code, title: wordsOf(row.title), summary: wordsOf(row.summary), kind: row.kind ?? 'system', audience: row.audience,
  clauses: (row.clauses ?? []).map(clauseOf),
})

type Read = { payload: Payload }

/** Drafts are nobody's rule. */
const published = (office: string): Where[] => [{ office: { equals: office } }, { _status: { equals: 'published' } }]

/** All published rule documents of an office, in their order. */
export const documentsOf = async ({ payload }: Read, office: string): Promise<Document[]> =>
  (await findRows({ payload }, SLUG.rules, { where: { and: published(office) }, sort: ['order', 'code'] })).map(documentOf)

/** What is to be acknowledged, without the texts: every page of the desk asks for it. */
const binding = async ({ payload }: Read, office: string): Promise<BindingDocument[]> => {
  const where = { and: [...published(office), { mustAcknowledge: { equals: true } }] }
  return (await findRows({ payload }, SLUG.rules, { where, select: { edition: true, mustAcknowledge: true, boundTeams: true, effectiveAt: true } })).map(bindingOf)
}

/** Who acknowledged what: of one person, or of one document. */
export const acknowledgements = async ({ payload }: Read, of: { person: string } | { document: string }): Promise<Acknowledged[]> => {
  const where: Where = 'person' in of ? { person: { equals: of.person } } : { document: { equals: of.document } }
  const rows = await findRows({ payload }, SLUG.acknowledgements, { where, sort: 'id' })
  return rows.map((row) => ({ document: idOf(row.document) ?? '', edition: row.edition, person: idOf(row.person) ?? '', at: Date.parse(row.at) }))
}

/** Documents in force whose present edition the person has not acknowledged yet. */
export const awaitedRules = async (read: Read, model: OfficeModel, person: string): Promise<BindingDocument[]> =>
  awaitedFrom({ documents: await binding(read, model.office.id), given: await acknowledgements(read, { person }), person, teams: belongings(model, person).teams, now: now() })

export type BoundPerson = { person: PersonRow; teams: string[]; at?: number }

/** Everybody who works here and is bound by a document, and when they acknowledged its present edition. */
export const boundPeople = (model: OfficeModel, document: Document, given: readonly Acknowledged[]): BoundPerson[] =>
  [...model.people.values()].filter(({ active }) => active !== false).flatMap((person) => {
    const { teams } = belongings(model, person.id)
    return binds(document, teams) ? [{ person, teams, at: acknowledgementOf(document, person.id, given)?.at }] : []
  })

type Given = { payload: Payload; office: string; person: { id: string; name: string }; code: string; edition: string; address?: string }

const wanted = async ({ payload, office, person, code, edition }: Given): Promise<Document> => {
  const document = (await documentsOf({ payload }, office)).find((row) => row.code === code)
  if (!document) throw new DomainError('notFound')
  if (!isInForce(document, now()) || !binds(document, belongings(await needModel(payload, office), person.id).teams)) throw new DomainError('notAllowed')
  // What was read is what is acknowledged: a new edition that came meanwhile is to be read first.
  if (document.edition !== edition) throw new DomainError('conflict', { edition: document.edition })
  return document
}

/**
 * A member acknowledges the edition in force of a document that binds them; a second time changes nothing. Errors: `notFound`, `notAllowed`
 * where it does not bind them or not yet, `conflict` where the edition is another by now.
 */
export const acknowledge = async (given: Given): Promise<void> => {
  const { payload, office, person, edition, address } = given
  const document = await wanted(given)
  if (acknowledgementOf(document, person.id, await acknowledgements({ payload }, { person: person.id }))) return
  try {
    await withTransaction(payload, async (req) => {
      await insertRow(req, SLUG.acknowledgements, { office, document: document.id, edition, person: person.id, at: new Date(now()).toISOString() })
      await appendAudit(req, { office, action: 'rules.acknowledge', actor: { kind: 'staff', ...person }, targetKind: SLUG.rules, target: document.id, detail: { code: document.code, edition }, address })
    })
  } catch (error) {
    // A second click in the same moment: it is acknowledged, and once.
    if (!isNotUnique(error)) throw error
  }
}
