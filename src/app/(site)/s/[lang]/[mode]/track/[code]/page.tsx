import { TrackFormPage } from '@/components/site/track/TrackFormPage'
import { TrackPage } from '@/components/site/track/TrackPage'
import { parseReceipt } from '@/domain/matter/receipt'
import { t } from '@/i18n'
import { readFlash } from '@/services/site/track/act'
import { trackPage } from '@/services/site/track/page'
import { matterOfReceipt, readSession } from '@/services/site/track/session'
import { plainRequest } from '@/services/site/track/standing'
import { ConflictNotice } from '../../../../../lib/ConflictNotice'
import { effortView } from '../../../../../lib/effortView'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { TooLargeNotice, TroubleNotice } from '../../../../../lib/ReportFrame'
import { contextOf, cookieOf, one, type Site } from '../../../../../lib/site'
import { trackView } from '../../../../../lib/trackViews'

type Params = { code: string }

export const generateMetadata = titled<Params>(({ lang }) => t(lang, 'site.trackForm.title'), false)

/** The word is asked for first; the code in the address is only typed in beforehand. */
const Ask = async ({ site, code }: { site: Site; code: string }) => (
  <Frame site={site} path={`/track/${encodeURIComponent(code)}`} current="track">
    <TrackFormPage ctx={contextOf(site, `/track/${encodeURIComponent(code)}`)} office={site.office} view={{ form: { action: '/do/track', hidden: {}, errors: [], ...(await effortView(site, 'track')) }, code, word: '' }} />
  </Frame>
)

export default sitePage<Params>(async (site, { params, searchParams }) => {
  const { payload, model, lang } = site
  const code = decodeURIComponent((await params).code).slice(0, 64)
  const receiptCode = parseReceipt(code)
  const session = readSession(await cookieOf('track'))
  const matter = session && session.receiptCode === receiptCode ? await matterOfReceipt(payload, session.receiptCode) : undefined
  if (!session || !matter) return <Ask site={site} code={code} />
  const query = await searchParams
  const [data, flash] = [await trackPage(await plainRequest(payload), model, matter, lang), await readFlash(payload, session)]
  const path = `/track/${session.receiptCode}`
  const view = trackView({ data, lang, receiptCode: session.receiptCode, flash, ask: query.ask !== undefined, done: one(query.done), ...(await effortView(site, 'followUp')) })
  const ctx = contextOf(site, path)
  return (
    <Frame site={site} path={path} current="track">
      <TooLargeNotice site={site} max={one(query.tooLarge)} />
      <TroubleNotice site={site} trouble={flash?.trouble} />
      {flash?.happened && <ConflictNotice ctx={ctx} happened={flash.happened} />}
      <TrackPage ctx={ctx} view={view} />
    </Frame>
  )
})
