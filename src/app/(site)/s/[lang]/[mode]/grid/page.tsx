import { GridFinderPage } from '@/components/site/grid/GridFinderPage'
import { t } from '@/i18n'
import { takeToken } from '@/services/limits'
import { gridFinder } from '@/services/site/content/grid'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, one, visitorAddress } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.grid.title'))

export default sitePage(async (site, { searchParams }) => {
  const query = await searchParams
  const asked = { a: one(query.a)?.slice(0, 200), at: one(query.at) }
  if (asked.a) await takeToken({ payload: site.payload, door: 'lookup', address: await visitorAddress() })
  const path = asked.at ? `/grid?at=${encodeURIComponent(asked.at)}` : '/grid'
  return (
    <Frame plain site={site} path={path} current="grid">
      <GridFinderPage ctx={contextOf(site, path)} view={gridFinder(site.model, site.lang, asked)} />
    </Frame>
  )
})
