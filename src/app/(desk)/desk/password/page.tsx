import { ChangePassword, DeskFrame } from '@/components/desk'
import type { ChangePasswordVM } from '@/components/desk/types'
import { env } from '@/lib/env'
import { tMaybe } from '@/i18n'
import type { Lang } from '@/domain/words'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { searchOf, signedInVisit, type Search } from '../../_server/page'

const FIELDS = ['current', 'next', 'again'] as const

const faults = (given: URLSearchParams, lang: Lang): ChangePasswordVM['fields'] =>
  Object.fromEntries(FIELDS.flatMap((name) => {
    const code = given.get(name)
    return code ? [[name, tMaybe(lang, `staff.password.${code}`, { min: env().PASSWORD_MIN }) ?? code]] : []
  }))

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, state } = await signedInVisit('/desk/password')
  const given = await searchOf(searchParams)
  const code = given.get('fault')
  const view: ChangePasswordVM = {
    action: '/desk/password/go', forced: state === 'password', minLength: env().PASSWORD_MIN, cancelHref: '/desk/account', fields: faults(given, lang), ...(code ? { error: { code } } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/password' })}><ChangePassword view={view} /></DeskFrame>
}

export default Page
