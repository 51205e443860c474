import { redirect } from 'next/navigation'
import { parseCookies } from 'payload'
import { AppointView, DeskFrame } from '@/components/desk'
import type { AppointVM } from '@/components/desk/types'
import { tMaybe } from '@/i18n'
import type { Lang } from '@/domain/words'
import { openAppointed } from '@/services/desk/entry'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { APPOINTED_COOKIE } from '../../_server/forms'
import { searchOf, signedInVisit, type Search } from '../../_server/page'

const INPUTS = ['securityName', 'securityLogin', 'auditName', 'auditLogin'] as const

const errorsOf = (given: URLSearchParams, lang: Lang): Record<string, string> =>
  Object.fromEntries(INPUTS.flatMap((name) => {
    const code = given.get(`wrong-${name}`)
    return code ? [[name, tMaybe(lang, `staff.appoint.${code}`) ?? code]] : []
  }))

const valuesOf = (given: URLSearchParams): Record<string, string> => Object.fromEntries(INPUTS.map((name) => [name, given.get(name) ?? '']))

const doneOf = (cookies: Headers): AppointVM['done'] =>
  openAppointed(parseCookies(cookies).get(APPOINTED_COOKIE))?.map(({ kind, name, username, password }) => ({ role: kind, name, login: username, password }))

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, state, person, cookies } = await signedInVisit('/desk/appoint')
  const done = doneOf(cookies)
  if (state !== 'appoint' && !done) redirect('/desk')
  const given = await searchOf(searchParams)
  const code = given.get('fault')
  const view: AppointVM = {
    action: '/desk/appoint/go', me: person.name, people: [], values: valuesOf(given), errors: errorsOf(given, lang), onwardHref: (await officeModel(payload))?.office.setup === 'pending' ? '/admin/structure/setup' : '/desk',
    ...(code ? { error: { code, ...(code === 'notAllowed' ? { text: tMaybe(lang, 'staff.appoint.notNow') } : {}) } } : {}),
    ...(done ? { done } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/appoint' })}><AppointView view={view} /></DeskFrame>
}

export default Page
