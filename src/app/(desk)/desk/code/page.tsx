import { redirect } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { CodePage } from '@/components/desk/account/CodePage'
import type { CodeVM } from '@/components/desk/types'
import { tMaybe } from '@/i18n'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { entryVisit, leadOn, localPath, searchOf, type Search } from '../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const visit = await entryVisit()
  const given = await searchOf(searchParams)
  const next = localPath(given.get('next'))
  if (visit.state === 'signedOut' || visit.state === 'setup') return leadOn(visit.state, next)
  if (visit.state !== 'code') return redirect(next)
  const { lang, payload, person } = visit
  const fault = given.get('code')
  const error = given.get('fault')
  const view: CodeVM = {
    action: '/desk/code/go', next, name: person.name, signOutAction: '/desk/sign-out',
    ...(fault ? { fault: tMaybe(lang, `account.code.${fault}`) ?? fault } : {}), ...(error ? { error: { code: error, text: tMaybe(lang, `errors.${error}.what`) ?? error } } : {}),
  }
  return <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: `/desk/code?next=${encodeURIComponent(next)}` })}><CodePage lang={lang} view={view} /></DeskFrame>
}

export default Page
