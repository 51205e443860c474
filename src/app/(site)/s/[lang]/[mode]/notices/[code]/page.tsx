import { RichText } from '@blocks/RichText/Component'
import { NoticePage } from '@/components/site/notices/NoticePage'
import { noticeByCode } from '@/services/site/content/notices'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { code: string }

const find = (site: Site, code: string) => noticeByCode(site.payload, site.model, site.lang, decodeURIComponent(code))

export const generateMetadata = titled<Params>(async (site, { params }) => titleOrNothing(async () => (await find(site, (await params).code)).view.title))

export default sitePage<Params>(async (site, { params }) => {
  const { code } = await params
  const { view, body } = await find(site, code)
  const path = `/notices/${code}`
  return (
    <Frame plain site={site} path={path} current="notices">
      <NoticePage ctx={contextOf(site, path)} view={view}>
        <RichText body={body as Parameters<typeof RichText>[0]['body']} />
      </NoticePage>
    </Frame>
  )
})
