import { NoticeListPage } from '@/components/site/notices/NoticeListPage'
import { t } from '@/i18n'
import { noticeList } from '@/services/site/content/notices'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, one } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.notice.title'))

export default sitePage(async (site, { searchParams }) => {
  const query = await searchParams
  const asked = { column: one(query.column), unit: one(query.unit), older: one(query.older), newer: one(query.newer) }
  const list = await noticeList(site.payload, site.model, site.lang, asked)
  const { path } = list
  const columns = list.columns.map((column) => ({ ...column, name: column.name ?? t(site.lang, 'site.notice.all') }))
  return (
    <Frame plain site={site} path={path} current="notices">
      <NoticeListPage ctx={contextOf(site, path)} view={{ ...list, columns }} />
    </Frame>
  )
})
