import { ownPath, safeHref } from '../href'
import { quoteOf, scanForPublic, type PublicFinding } from '../privacy/publicScan'

/** A text of a notice and where it stands: names of fields and numbers of rows, from the outside in. */
export type CheckedText = { path: readonly (string | number)[]; text: string }

/** What columns may ask for beyond a title and a text. */
export const ELEMENTS = ['issuer', 'writtenAt', 'validUntil', 'files', 'cover'] as const
export type Element = (typeof ELEMENTS)[number]

export type Checked = {
  texts: readonly CheckedText[]
  links: readonly { path: readonly (string | number)[]; href: string }[]
  pictures: readonly { path: readonly (string | number)[]; alt: string }[]
  has: ReadonlySet<Element | 'title' | 'body' | 'column'>
  activity: boolean
  /** Epoch milliseconds. */
  writtenAt?: number
  validFrom?: number
  validUntil?: number
  startsAt?: number
  endsAt?: number
  place: boolean
}

export type Typo = { wrong: string; right: string }

export type Ground = {
  now: number
  typos: readonly Typo[]
  /** What the column wants. */
  needs: readonly Element[]
  /** Numbers and addresses that are public already. */
  known: readonly string[]
  /** Whether a path of this portal leads to a page. */
  leadsSomewhere: (path: string) => boolean
}

/** `stop`: must be mended. `block`: must be mended, or somebody says why it may stay, which is kept. `warn`: told. */
export type Gravity = 'stop' | 'block' | 'warn'

export type Finding = {
  kind: 'missing' | 'date' | 'privacy' | 'link' | 'typo'
  /** Which of the kind: the element, the date, the sort of data, the sort of link. */
  what: string
  gravity: Gravity
  path: readonly (string | number)[]
  /** The words it is about, with a few around. */
  quote: string
  /** What is proposed instead. */
  right?: string
}

const ALWAYS = ['title', 'body', 'column'] as const

const missing = ({ has, activity, startsAt, place }: Checked, { needs }: Ground): Finding[] => {
  const lack = (what: string, gravity: Gravity): Finding => ({ kind: 'missing', what, gravity, path: [what], quote: '' })
  return [
    ...ALWAYS.filter((each) => !has.has(each)).map((each) => lack(each, 'stop')),
    ...needs.filter((each) => !has.has(each)).map((each) => lack(each, 'stop')),
    ...(['issuer', 'writtenAt'] as const).filter((each) => !has.has(each) && !needs.includes(each)).map((each) => lack(each, 'warn')),
    ...(activity && startsAt === undefined ? [lack('startsAt', 'stop')] : []),
    ...(activity && !place ? [lack('place', 'stop')] : []),
  ]
}

const alts = ({ pictures }: Checked): Finding[] =>
  pictures.filter(({ alt }) => alt.trim() === '').map(({ path }) => ({ kind: 'missing', what: 'alt', gravity: 'stop', path, quote: '' }))

/** Whether something happens at or before something else; what is not said happens never. */
const notAfter = (one: number | undefined, other: number | undefined): boolean => one !== undefined && other !== undefined && one <= other

const dates = ({ writtenAt, validFrom, validUntil, startsAt, endsAt }: Checked, { now }: Ground): Finding[] => {
  const wrong = (is: boolean, what: string, gravity: Gravity = 'stop'): Finding[] => (is ? [{ kind: 'date', what, gravity, path: [what], quote: '' }] : [])
  return [
    ...wrong(writtenAt !== undefined && writtenAt > now, 'writtenAt'), ...wrong(notAfter(validUntil, validFrom), 'validUntil'), ...wrong(notAfter(validUntil, now), 'validOver', 'block'), ...wrong(notAfter(endsAt, startsAt), 'endsAt'),
  ]
}

const privacy = ({ texts }: Checked, { known }: Ground): Finding[] =>
  texts.flatMap(({ path, text }) => scanForPublic(text, known).map((found: PublicFinding): Finding => ({ kind: 'privacy', what: found.kind, gravity: 'block', path, quote: quoteOf(text, found) })))

const AROUND = 8

const around = (text: string, at: number, length: number): string =>
  `${at > AROUND ? '…' : ''}${text.slice(Math.max(0, at - AROUND), at + length + AROUND)}${at + length + AROUND < text.length ? '…' : ''}`

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[A-Za-z]/.test(sign)

/** Latin words count where they stand alone: "teh" is no mistake in "tehran". */
const standsAlone = (text: string, at: number, wrong: string): boolean => !isLetter(wrong[0]) || (!isLetter(text[at - 1]) && !isLetter(text[at + wrong.length]))

const placesOf = (text: string, { wrong, right }: Typo): number[] => {
  const found: number[] = []
  if (wrong === '') return found
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
    // a right word may hold the wrong one: 登录 is none of 登录入口's faults
    const inRight = right.includes(wrong) && text.slice(Math.max(0, at - right.length), at + right.length).includes(right)
    if (!inRight && standsAlone(text, at, wrong)) found.push(at)
  }
  return found
}

const misspelt = ({ texts }: Checked, { typos }: Ground): Finding[] =>
  texts.flatMap(({ path, text }) => typos.flatMap((typo) => placesOf(text, typo).map((at): Finding => ({ kind: 'typo', what: typo.wrong, gravity: 'warn', path, quote: around(text, at, typo.wrong.length), right: typo.right }))))

const faultOf = (given: string, { leadsSomewhere }: Ground): 'dead' | 'format' | undefined => {
  const own = ownPath(given)
  if (own !== undefined) return leadsSomewhere(own) ? undefined : 'dead'
  return safeHref(given) ? undefined : 'format'
}

/** Links of this portal are followed in its own tables; of others only the form is looked at: nothing is asked of the network here. */
const links = ({ links: given }: Checked, ground: Ground): Finding[] =>
  given.flatMap(({ path, href }) => {
    const what = faultOf(href, ground)
    return what ? [{ kind: 'link' as const, what, gravity: 'block' as const, path, quote: href.slice(0, 80) }] : []
  })

const WEIGHT: Record<Gravity, number> = { stop: 0, block: 1, warn: 2 }

/** Looks through a notice before it is sent on: what is missing, dates that cannot be, personal data, links that lead nowhere, usual mistakes. The gravest first. */
export const checkNotice = (checked: Checked, ground: Ground): Finding[] =>
  [...missing(checked, ground), ...alts(checked), ...dates(checked, ground), ...privacy(checked, ground), ...links(checked, ground), ...misspelt(checked, ground)].sort((one, other) => WEIGHT[one.gravity] - WEIGHT[other.gravity])

/** What keeps a notice from being sent on: `must` be mended whatever is said, `reason` wanted for the rest, or nothing. */
export const verdictOf = (findings: readonly Finding[], reason: string): 'must' | 'reason' | 'free' => {
  if (findings.some(({ gravity }) => gravity === 'stop')) return 'must'
  return findings.some(({ gravity }) => gravity === 'block') && reason.trim() === '' ? 'reason' : 'free'
}
