import { RichText } from '@blocks/RichText/Component'
import { NoticePage } from '@/components/site/notices/NoticePage'
import { WithdrawnPage } from '@/components/site/notices/WithdrawnPage'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { noticeByCode } from '@/services/site/content/notice'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { code: string }

const find = (site: Site, code: string) => noticeByCode(site.payload, site.model, site.lang, decodeURIComponent(code))

export const generateMetadata = titled<Params>(async (site, { params }) => (await titleOrNothing(async () => (await find(site, (await params).code)).view.title)) || t(site.lang, 'site.notice.title'))

/** The notice; undefined where it was withdrawn. */
const findStanding = async (site: Site, code: string) => {
  try {
    return await find(site, code)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'expired') return undefined
    throw error
  }
}

export default sitePage<Params>(async (site, { params }) => {
  const { code } = await params
  const found = await findStanding(site, code)
  const path = `/notices/${code}`
  return (
    <Frame plain site={site} path={path} current="notices">
      {found ? (
        <NoticePage ctx={contextOf(site, path)} view={found.view}>
          <RichText body={found.body as Parameters<typeof RichText>[0]['body']} />
        </NoticePage>
      ) : (
        <WithdrawnPage ctx={contextOf(site, path)} />
      )}
    </Frame>
  )
})
