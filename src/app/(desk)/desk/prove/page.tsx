import { DeskFrame } from '@/components/desk'
import { ProvePage } from '@/components/desk/account/ProvePage'
import type { ProveVM } from '@/components/desk/types'
import { tMaybe } from '@/i18n'
import { outerFrame } from '@/services/desk/frame'
import { proofAsked } from '@/services/session/prove'
import { officeModel } from '@/services/structure/cache'
import { localPath, searchOf, signedInVisit, type Search } from '../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  const next = localPath(given.get('next'))
  const { lang, payload, cookies } = await signedInVisit(`/desk/prove?next=${encodeURIComponent(next)}`)
  const [fault, error, carry] = [given.get('proof'), given.get('fault'), given.get('carry')]
  const view: ProveVM = {
    action: '/desk/prove/go', asked: await proofAsked({ payload, headers: cookies }), next, cancelHref: next.startsWith('/desk/second-factor') ? '/desk/account' : next, providerHref: `/desk/oidc?${new URLSearchParams({ next }).toString()}`,
    ...(carry ? { carry } : {}), ...(fault ? { fault: tMaybe(lang, `account.prove.${fault}`) ?? fault } : {}), ...(error ? { error: { code: error, text: tMaybe(lang, `errors.${error}.what`) ?? error } } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: `/desk/prove?next=${encodeURIComponent(next)}` })}><ProvePage lang={lang} view={view} /></DeskFrame>
}

export default Page
