/** A rule document in a list. Days are local dates. */
export type RuleRowVM = {
  href: string
  number: string
  title: string
  edition: string
  since: string
  /** When the person acknowledged this edition. */
  done?: string
  /** Of those bound, how many have; only for those who look after it. */
  tally?: { done: number; all: number }
}

/** What a member sees of the rule documents. */
export type RulesVM = { awaited: RuleRowVM[]; done: RuleRowVM[]; others: RuleRowVM[]; coming: RuleRowVM[] }

/** Of those bound by a document: who has acknowledged it, and who has not. Staff only, residents are never bound. */
export type BoundVM = { name: string; teams: string; done?: string }

export type RuleVM = {
  number: string
  title: string
  edition: string
  since: string
  summary: string
  clauses: { code: string; heading: string; paragraphs: string[] }[]
  /** `asked`: to be acknowledged here; `done`: it was; `free`: it binds others, or nobody; `coming`: not in force yet. */
  state: 'asked' | 'done' | 'free' | 'coming'
  done?: string
  /** Where the form goes. */
  action: string
  bound?: { done: number; people: BoundVM[] }
}
