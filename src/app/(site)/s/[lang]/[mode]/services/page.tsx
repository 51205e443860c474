import { ServiceListPage } from '@/components/site/services/ServiceListPage'
import { t } from '@/i18n'
import { hasCounters } from '@/services/booking/view'
import { serviceList } from '@/services/site/content/services'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, one } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'common.nav.services'))

const pathOf = ({ query, group }: { query?: string; group?: { path: string } }): string => (query ? `/services?q=${encodeURIComponent(query)}` : (group?.path ?? '/services'))

export default sitePage(async (site, { searchParams }) => {
  const asked = await searchParams
  const view = await serviceList(site, { event: one(asked.event), q: one(asked.q)?.slice(0, 60).toWellFormed() })
  const path = pathOf(view)
  return (
    <Frame plain site={site} path={path} current="services">
      <ServiceListPage ctx={contextOf(site, path)} view={view} books={await hasCounters(site)} />
    </Frame>
  )
})
