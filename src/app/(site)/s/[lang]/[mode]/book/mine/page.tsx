import { BookedPage } from '@/components/site/booking/BookedPage'
import { OpenPage } from '@/components/site/booking/OpenPage'
import { t } from '@/i18n'
import { bookingOf, readBooking } from '@/services/booking/session'
import { bookedView } from '@/services/booking/view'
import { effortView } from '../../../../../lib/effortView'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, cookieOf, one } from '../../../../../lib/site'
import { trackFaults } from '../../../../../lib/trackFaults'

export const generateMetadata = titled(({ lang }) => t(lang, 'services.open.title'), false)

const toldOf = (query: Record<string, string | string[] | undefined>): 'moved' | 'full' | undefined => (query.moved === undefined ? (query.full === undefined ? undefined : 'full') : 'moved')

export default sitePage(async (site, { searchParams }) => {
  const query = await searchParams
  const session = query.other === undefined ? readBooking(await cookieOf('booking')) : undefined
  const row = session && (await bookingOf(site.payload, session.code))
  const [ctx, errors] = [contextOf(site, '/book/mine'), trackFaults(site.lang, one(query.fault), one(query.wait))]
  return (
    <Frame site={site} path="/book/mine" current="services">
      {row && session && errors.length === 0 ? (
        <BookedPage ctx={ctx} view={await bookedView(site, row, session)} told={toldOf(query)} />
      ) : (
        <OpenPage ctx={ctx} form={{ action: '/do/book/open', hidden: {}, errors, ...(await effortView(site, 'track')) }} code={one(query.code)?.slice(0, 64).toWellFormed() ?? ''} />
      )}
    </Frame>
  )
})
