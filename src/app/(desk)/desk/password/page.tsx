import { redirect } from 'next/navigation'
import { ChangePassword, DeskFrame } from '@/components/desk'
import type { ChangePasswordVM } from '@/components/desk/types'
import { PASSWORD_MIN } from '@/services/desk/entry'
import { tMaybe } from '@/i18n'
import type { Lang } from '@/domain/words'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { entryVisit, searchOf, type Search } from '../../_server/page'

const FIELDS = ['current', 'next', 'again'] as const

const faults = (given: URLSearchParams, lang: Lang): ChangePasswordVM['fields'] =>
  Object.fromEntries(FIELDS.flatMap((name) => {
    const code = given.get(name)
    return code ? [[name, tMaybe(lang, `staff.password.${code}`, { min: PASSWORD_MIN }) ?? code]] : []
  }))

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, state } = await entryVisit()
  if (state === 'signedOut') redirect('/desk/sign-in?next=/desk/password')
  const given = await searchOf(searchParams)
  const code = given.get('fault')
  const view: ChangePasswordVM = {
    action: '/desk/password/go', forced: state === 'password', minLength: PASSWORD_MIN, cancelHref: '/desk', fields: faults(given, lang), ...(code ? { error: { code } } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/password' })}><ChangePassword view={view} /></DeskFrame>
}

export default Page
