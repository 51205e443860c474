import { TrackFormPage } from '@/components/site/track/TrackFormPage'
import { ERROR_STATUS } from '@/domain/errors'
import { t } from '@/i18n'
import { effortView } from '../../../../lib/effortView'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, one } from '../../../../lib/site'
import { trackFaults } from '../../../../lib/trackFaults'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.trackForm.title'))

export default sitePage(async (site, { searchParams }) => {
  const query = await searchParams
  const errors = trackFaults(site.lang, one(query.fault), one(query.wait))
  return (
    <Frame site={site} path="/track" current="track">
      {one(query.fault) === 'tooMany' && <meta name="portal-status" content={String(ERROR_STATUS.tooMany)} />}
      <TrackFormPage ctx={contextOf(site, '/track')} office={site.office} view={{ form: { action: '/do/track', hidden: {}, errors, ...(await effortView(site, 'track')) }, code: one(query.code)?.slice(0, 64).toWellFormed() ?? '', word: '' }} />
    </Frame>
  )
})
