import { GuidePage } from '@/components/site/services/GuidePage'
import { t } from '@/i18n'
import { serviceDraft } from '@/services/site/preview/find'
import { contextOf } from '@/app/(site)/lib/site'
import { Frame } from '@/app/(site)/lib/sitePage'
import { previewPage } from '@/app/(preview)/_server/preview'

type Params = { lang: string; mode: string; id: string }

/** A guide as residents will see it. */
export default previewPage<Params>(({ lang, mode, id }) => `/admin/preview/${lang}/${mode}/services/${id}`, async ({ site, desk, params }) => {
  const { guide, published } = await serviceDraft({ desk, id: params.id, lang: site.lang })
  const ctx = contextOf(site, `/services/${guide.code}`)
  const children = (
    <Frame site={site} path={ctx.path} current="services">
      <GuidePage ctx={ctx} view={guide} />
    </Frame>
  )
  return { title: guide.name, state: t(site.lang, published ? 'blocks.preview.published' : 'blocks.preview.draft'), children }
})
