import { RichText } from '@blocks/RichText/Component'
import { NoticePage } from '@/components/site/notices/NoticePage'
import { t } from '@/i18n'
import { noticeDraft } from '@/services/site/preview/find'
import { contextOf } from '@/app/(site)/lib/site'
import { Frame } from '@/app/(site)/lib/sitePage'
import { previewPage } from '@/app/(preview)/_server/preview'

type Params = { lang: string; mode: string; id: string }

/** A notice as residents will see it. */
export default previewPage<Params>(({ lang, mode, id }) => `/admin/preview/${lang}/${mode}/notices/${id}`, async ({ site, desk, params }) => {
  const { notice, column } = await noticeDraft({ desk, id: params.id, lang: site.lang })
  const ctx = contextOf(site, `/notices/${notice.code}`)
  const view = { title: notice.title, ...(column ? { column: { text: column } } : {}), publishedAt: Date.parse(notice.publishedAt ?? notice.updatedAt), state: 'valid' as const, attachments: [], related: [] }
  const children = (
    <Frame site={site} path={ctx.path} current="notices">
      <NoticePage ctx={ctx} view={view}>
        <RichText body={notice.body as Parameters<typeof RichText>[0]['body']} />
      </NoticePage>
    </Frame>
  )
  return { title: notice.title, state: t(site.lang, notice._status === 'published' ? 'blocks.preview.published' : 'blocks.preview.draft'), children }
})
