import { SearchPage } from '@/components/site/info/SearchPage'
import { t } from '@/i18n'
import { takeToken } from '@/services/limits'
import { FOUND_GROUPS, searchSite } from '@/services/site/content/search'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, one, visitorAddress } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.search.title'), false)

export default sitePage(async (site, { searchParams }) => {
  const { payload, model, lang } = site
  const query = one((await searchParams).q)?.trim().slice(0, 60).toWellFormed() ?? ''
  if (query) await takeToken({ payload, door: 'lookup', address: await visitorAddress() })
  const found = await searchSite(payload, model, lang, query)
  const path = query ? `/search?q=${encodeURIComponent(query)}` : '/search'
  return (
    <Frame plain site={site} path={path}>
      <SearchPage ctx={contextOf(site, path)} view={{ path: '/search', query, groups: FOUND_GROUPS.map((kind) => ({ name: t(lang, `resident.search.${kind}`), items: found[kind] })) }} />
    </Frame>
  )
})
