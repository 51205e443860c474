import { redirect } from 'next/navigation'
import { DeskFrame, SignIn } from '@/components/desk'
import type { SignInVM } from '@/components/desk/types'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import { env } from '@/lib/env'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { entryVisit, leadOn, localPath, searchOf, type Search } from '../../_server/page'

const SAID = ['signedOut', 'ended', 'passwordChanged'] as const

/** What is told only after the right password, or by the common sign-in. */
const REASONS = ['network', 'inactive', 'provider', 'noAccount', 'providerFailed'] as const

const textOf = (lang: Lang, fault: string): { text?: string } => {
  const reason = REASONS.find((each) => each === fault)
  return reason ? { text: t(lang, `staff.signIn.${reason}`) } : {}
}

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, state } = await entryVisit()
  const { OIDC_ISSUER } = env()
  const given = await searchOf(searchParams)
  const next = localPath(given.get('next'))
  if (state === 'code' || state === 'setup') leadOn(state, next)
  if (state !== 'signedOut') redirect(next)
  const fault = given.get('fault')
  const view: SignInVM = {
    action: '/desk/sign-in/go', next, said: SAID.find((word) => word === given.get('said')),
    ...(fault ? { error: { code: fault, ...(fault === 'tooMany' ? { detail: { retryAfter: Number(given.get('wait') ?? 60) } } : {}), ...textOf(lang, fault) } } : {}),
    ...(OIDC_ISSUER ? { providerHref: `/desk/oidc?${new URLSearchParams({ next }).toString()}` } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/sign-in' })}><SignIn view={view} /></DeskFrame>
}

export default Page
