import { redirect } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { FactorPage } from '@/components/desk/account/FactorPage'
import type { FactorVM } from '@/components/desk/types'
import { t, tMaybe } from '@/i18n'
import type { Lang } from '@/domain/words'
import { DomainError } from '@/domain/errors'
import { outerFrame } from '@/services/desk/frame'
import { offerFactor, type Holder, type Offer } from '@/services/session/factor/setUp'
import { isSetUp, readFactor } from '@/services/session/factor/read'
import { provenIn } from '@/services/session/fresh'
import { officeModel } from '@/services/structure/cache'
import { entryVisit, leadOn, localPath, searchOf, type Search } from '../../_server/page'

const HERE = '/desk/second-factor'

/** The offer shown before, so that a mistyped code does not ask for another scan; a new one where it ran out. */
const offerAgain = async (holder: Holder, box: string | null): Promise<Offer> => {
  try {
    return await offerFactor(holder, box ?? undefined)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'expired') return offerFactor(holder)
    throw error
  }
}

const faultsOf = (given: URLSearchParams, lang: Lang): Pick<FactorVM, 'fault' | 'error'> => {
  const code = given.get('code')
  const fault = given.get('fault')
  return {
    ...(code ? { fault: tMaybe(lang, `account.code.${code}`) ?? code } : {}),
    ...(fault ? { error: { code: fault, text: fault === 'expired' ? t(lang, 'account.setUp.expired') : (tMaybe(lang, `errors.${fault}.what`) ?? fault) } } : {}),
  }
}

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const visit = await entryVisit()
  const given = await searchOf(searchParams)
  const next = localPath(given.get('next'))
  if (visit.state === 'signedOut' || visit.state === 'code') return leadOn(visit.state, HERE)
  if (visit.state === 'password') return redirect('/desk/password')
  const { lang, payload, person, sid, cookies } = visit
  const forced = visit.state === 'setup'
  // A stolen session must not give its owner's account another telephone.
  if (!(await provenIn(payload, sid))) return redirect(forced ? '/desk/sign-in?said=ended' : `/desk/prove?next=${encodeURIComponent(HERE)}`)
  const { box, secret, qr } = await offerAgain({ payload, person, sid, headers: cookies }, given.get('box'))
  const view: FactorVM = {
    action: `${HERE}/go`, next, forced, again: isSetUp(await readFactor({ payload }, person.id)), box, secret, qr, signOutAction: '/desk/sign-out', ...(forced ? {} : { cancelHref: '/desk/account' }), ...faultsOf(given, lang),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: HERE })}><FactorPage lang={lang} view={view} /></DeskFrame>
}

export default Page
