import { ChoosePage } from '@/components/site/booking/ChoosePage'
import { minuteIn } from '@/domain/booking/slots'
import { ERROR_STATUS } from '@/domain/errors'
import { t } from '@/i18n'
import { newBookingKey, readKept } from '@/services/booking/kept'
import { bookPath, chooseView, type ChooseView } from '@/services/booking/view'
import { fieldFaults, troubleOf } from '../../../../../lib/bookViews'
import { effortView } from '../../../../../lib/effortView'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, cookieOf, one, type Site } from '../../../../../lib/site'

type Params = { counter: string }

export const generateMetadata = titled<Params>(({ lang }) => t(lang, 'services.book.title'), false)

type Query = Record<string, string | string[] | undefined>

const askedIn = (query: Query) => {
  const at = one(query.at)
  return { item: one(query.item), day: one(query.day), at, minute: at === undefined ? undefined : minuteIn(at) }
}

/** What this browser typed for this counter before, and why it was refused where the address says that it was. */
const typedBefore = async ({ payload }: Site, code: string, query: Query) => {
  const kept = await readKept(payload, await cookieOf('wish'))
  const mine = kept?.counter === code ? kept : undefined
  return { mine, faults: query.try === undefined ? undefined : mine?.faults }
}

const hiddenOf = ({ counter, item, chosen }: ChooseView, key: string): Record<string, string> =>
  ({ counter: counter.code, item: item?.code ?? '', day: chosen?.date ?? '', minute: String(chosen?.minute ?? ''), key })

export default sitePage<Params>(async (site, { params, searchParams }) => {
  const [code, query] = [decodeURIComponent((await params).counter), await searchParams]
  const asked = askedIn(query)
  const view = await chooseView(site, code, asked)
  const { mine, faults } = await typedBefore(site, code, query)
  const path = bookPath(code, { item: view.item?.code, day: asked.day, at: asked.at })
  const form = { action: '/do/book/send', hidden: hiddenOf(view, mine?.key ?? newBookingKey()), errors: fieldFaults(site.lang, faults), ...(await effortView(site, 'booking')) }
  return (
    <Frame site={site} path={path} current="services">
      {faults?.code === 'tooMany' && <meta name="portal-status" content={String(ERROR_STATUS.tooMany)} />}
      <ChoosePage ctx={contextOf(site, path)} view={view} form={form} values={mine ?? { name: '', phone: '', consent: false }} {...troubleOf(site.lang, faults)} />
    </Frame>
  )
})
