import { redirect } from 'next/navigation'
import { DeskFrame, SignIn } from '@/components/desk'
import type { SignInVM } from '@/components/desk/types'
import { t } from '@/i18n'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { entryVisit, localPath, searchOf, type Search } from '../../_server/page'

const SAID = ['signedOut', 'ended', 'passwordChanged'] as const

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, state } = await entryVisit()
  const given = await searchOf(searchParams)
  const next = localPath(given.get('next'))
  if (state !== 'signedOut') redirect(next)
  const fault = given.get('fault')
  const view: SignInVM = {
    action: '/desk/sign-in/go', next, said: SAID.find((word) => word === given.get('said')),
    ...(fault ? { error: { code: fault, ...(fault === 'tooMany' ? { detail: { retryAfter: Number(given.get('wait') ?? 60) } } : {}), ...(fault === 'locked' ? { text: t(lang, 'staff.signIn.locked') } : {}) } } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/sign-in' })}><SignIn view={view} /></DeskFrame>
}

export default Page
