import { DeskFrame } from '@/components/desk'
import { AccountPage } from '@/components/desk/account/AccountPage'
import type { AccountVM } from '@/components/desk/types'
import { tMaybe } from '@/i18n'
import { sessionIdOf } from '@/services/session/sessionId'
import { accountView } from '@/services/desk/account'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const SAID = ['ended', 'endedOthers', 'factorOn'] as const

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const desk = await pageDesk('/desk/account')
  const given = await searchOf(searchParams)
  const fault = given.get('fault')
  const said = SAID.find((each) => each === given.get('said'))
  const view: AccountVM = {
    ...(await accountView({ payload: desk.payload, lang: desk.lang, person: desk.me, sid: sessionIdOf(desk.req.user) ?? '' })),
    ...(said ? { said } : {}), ...(fault ? { error: { code: fault, text: tMaybe(desk.lang, `errors.${fault}.what`) ?? fault } } : {}),
  }
  return <DeskFrame frame={await deskFrame(desk, { path: '/desk/account', here: 'account' })}><AccountPage ctx={{ lang: desk.lang, timeZone: desk.model.calendar.timeZone, now: desk.now }} view={view} /></DeskFrame>
}

export default Page
