import { findRow } from '@/db/rows'
import { toLocal } from '@/domain/clocks/zone'
import { t, tMaybe } from '@/i18n'
import { runChecks, type Checked } from '@/services/health/run'
import { GRAVITIES, type Finding } from '@/services/health/types'
import { rolesHeld } from '@/services/structure/holders'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import type { FindingVM, HealthVM } from './view/health'

const SHOWN = 5
const LENGTH = 'YYYY-MM-DD HH:mm'.length

const local = (at: number, { model: { calendar } }: Desk): string => new Date(toLocal(calendar.timeZone, at)).toISOString().slice(0, LENGTH).replace('T', ' ')

const listed = (names: string[], { lang }: Desk): string => {
  // Names of places may hold commas of their own.
  const shown = names.slice(0, SHOWN).join(lang === 'zh' ? '；' : '; ')
  return names.length > SHOWN ? `${shown} ${t(lang, 'health.more', { all: names.length })}` : shown
}

/** Names of staff are for those who may see people; others learn how many. */
const peopleOf = ({ people = [] }: Finding, desk: Desk): string[] => {
  if (people.length === 0) return []
  return desk.holds('people.view') ? people : [t(desk.lang, 'health.people', { n: people.length })]
}

const fixOf = ({ code, fix }: Finding, desk: Desk): FindingVM['fix'] => {
  const text = tMaybe(desk.lang, `health.find.${code}.fix`)
  return fix && text && fix.needs.some(desk.holds) ? { href: fix.href, text } : undefined
}

type Roles = Awaited<ReturnType<typeof rolesHeld>>

const ASKED = 3

/** Whom to turn to for what one may not mend: the roles of this office that may, as far as somebody holds them. */
const askOf = ({ fix }: Finding, roles: Roles, desk: Desk): string | undefined => {
  if (!fix || fix.needs.some(desk.holds)) return undefined
  const able = roles.filter(({ permissions }) => (fix.asks ?? fix.needs).some((each) => permissions.includes(each))).map(({ name }) => desk.say(name))
  if (able.length === 0) return undefined
  const some = able.slice(0, ASKED)
  const more = (): string => t(desk.lang, 'health.askMore', { roles: some.join(desk.lang === 'zh' ? '、' : ', ') })
  return t(desk.lang, 'health.ask', { roles: able.length > ASKED ? more() : new Intl.ListFormat(desk.lang, { type: 'disjunction' }).format(some) })
}

const findingVM = (finding: Finding, key: string, roles: Roles, desk: Desk): FindingVM => {
  const { code, params, names = [] } = finding
  return {
    key, title: tMaybe(desk.lang, `health.find.${code}.title`, params) ?? code, why: tMaybe(desk.lang, `health.find.${code}.why`, params) ?? '',
    names: listed([...names.map(desk.say), ...peopleOf(finding, desk)], desk), fix: fixOf(finding, desk), ask: askOf(finding, roles, desk),
  }
}

const auditDetail = async (desk: Desk): Promise<string | undefined> => {
  const head = await findRow({ payload: desk.payload }, SLUG.auditHeads, { where: { office: { equals: desk.viewer.office } } })
  return head?.verifiedAt ? t(desk.lang, 'health.auditDone', { seq: head.verifiedSeq ?? 0, when: local(Date.parse(head.verifiedAt), desk) }) : undefined
}

const fineOf = async (checked: Checked[], desk: Desk): Promise<HealthVM['fine']> => {
  const detail = await auditDetail(desk)
  return checked.filter(({ findings }) => findings.length === 0).map(({ check }) => ({
    check, name: t(desk.lang, `health.check.${check}`), ...(check === 'audit' && detail ? { detail } : {}),
  }))
}

/** Looks at everything and says what to put right, worst first. */
export const healthView = async (desk: Desk): Promise<HealthVM> => {
  const roles = await rolesHeld({ payload: desk.payload }, desk.model)
  const checked = await runChecks({ payload: desk.payload, model: desk.model, now: desk.now })
  const all = checked.flatMap(({ check, findings }) => findings.map((finding, at) => ({ finding, key: `${check}-${finding.code}-${at}` })))
  const groups = GRAVITIES.map((gravity) => ({ gravity, findings: all.filter(({ finding }) => finding.gravity === gravity).map(({ finding, key }) => findingVM(finding, key, roles, desk)) }))
  return { checkedAt: local(desk.now, desk), groups: groups.filter(({ findings }) => findings.length > 0), fine: await fineOf(checked, desk) }
}
