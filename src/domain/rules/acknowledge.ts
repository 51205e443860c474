/** What decides who must acknowledge a rule document. `effectiveAt` is epoch milliseconds; absent: in force since it was published. */
export type BindingDocument = { id: string; edition: string; mustAcknowledge: boolean; boundTeams: readonly string[]; effectiveAt?: number }

/** Somebody has read an edition of a document. */
export type Acknowledged = { document: string; edition: string; person: string; at: number }

/** Whether a document is in force at `now` (epoch ms). */
export const isInForce = ({ effectiveAt }: Pick<BindingDocument, 'effectiveAt'>, now: number): boolean => effectiveAt === undefined || effectiveAt <= now

/** Whether it binds somebody who is in these teams. A document that must be acknowledged and names no team binds everybody who works here. */
export const binds = ({ mustAcknowledge, boundTeams }: Pick<BindingDocument, 'mustAcknowledge' | 'boundTeams'>, teams: readonly string[]): boolean =>
  mustAcknowledge && (boundTeams.length === 0 || boundTeams.some((team) => teams.includes(team)))

/** The person's acknowledgement of the edition in force; an earlier edition's is none (domain.md §2). */
export const acknowledgementOf = (document: Pick<BindingDocument, 'id' | 'edition'>, person: string, given: readonly Acknowledged[]): Acknowledged | undefined =>
  given.find((row) => row.document === document.id && row.edition === document.edition && row.person === person)

type Asked = { documents: readonly BindingDocument[]; given: readonly Acknowledged[]; person: string; teams: readonly string[]; now: number }

/** Documents in force that bind the person and wait for their acknowledgement of the present edition. */
export const awaitedFrom = ({ documents, given, person, teams, now }: Asked): BindingDocument[] =>
  documents.filter((document) => isInForce(document, now) && binds(document, teams) && !acknowledgementOf(document, person, given))
