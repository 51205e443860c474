import { HomePage } from '@/components/site/home/HomePage'
import { KioskHome } from '@/components/site/kiosk/KioskHome'
import { latestNotices } from '@/services/site/content/notices'
import { homePage } from '@/services/site/content/pages'
import { openRegisters } from '@/services/site/content/places'
import { solvedThisMonth } from '@/services/site/content/solved'
import { PageBlocks } from '../../../lib/PageBlocks'
import { hasUnits } from '../../../lib/reportViews'
import { Frame, sitePage } from '../../../lib/sitePage'
import { contextOf, type Site } from '../../../lib/site'

/** The portal's own home page, which is there wherever an office made none. */
const OwnHome = async ({ site }: { site: Site }) => {
  const { payload, model, lang } = site
  const [notices, solved, registers] = [await latestNotices(payload, model, lang), await solvedThisMonth(payload, model, lang), site.places ? await openRegisters(site) : []]
  return <HomePage ctx={contextOf(site, '/')} view={{ searchPath: '/search', notices, noUnits: !hasUnits(model), ...(site.services > 0 ? { services: { count: site.services } } : {}), places: registers.filter(({ count }) => count > 0), ...(solved ? { solved } : {}) }} />
}

/** The first screen of a terminal is the same everywhere: people know it from other halls. */
const Terminal = ({ site }: { site: Site }) => (
  <Frame plain site={site} path="/" kind="home">
    <KioskHome ctx={contextOf(site, '/')} />
  </Frame>
)

export default sitePage(async (site) => {
  if (site.mode === 'kiosk') return <Terminal site={site} />
  const page = await homePage(site.payload, site.model, site.lang)
  return (
    <Frame plain site={site} path="/" kind="home" current="home">
      {page ? <PageBlocks site={site} ctx={contextOf(site, '/')} blocks={page.blocks} /> : await OwnHome({ site })}
    </Frame>
  )
})
