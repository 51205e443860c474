import { parseCookies } from 'payload'
import { DeskFrame } from '@/components/desk'
import { RecoveryPage } from '@/components/desk/account/FactorPage'
import { openRecovery } from '@/services/desk/account'
import { outerFrame } from '@/services/desk/frame'
import { officeModel } from '@/services/structure/cache'
import { RECOVERY_COOKIE } from '../../../_server/forms'
import { localPath, searchOf, signedInVisit, type Search } from '../../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const { lang, payload, person, cookies } = await signedInVisit('/desk/account')
  const codes = openRecovery(person.id, parseCookies(cookies).get(RECOVERY_COOKIE))
  const next = localPath((await searchOf(searchParams)).get('next'))
  return (
    <DeskFrame frame={outerFrame({ model: await officeModel(payload), lang, path: '/desk/second-factor/codes' })}>
      <RecoveryPage lang={lang} view={{ codes, onwardHref: codes.length === 0 ? '/desk/account' : next }} />
    </DeskFrame>
  )
}

export default Page
