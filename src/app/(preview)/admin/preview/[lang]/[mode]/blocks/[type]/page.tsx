import { RenderBlocks } from '@blocks/RenderBlocks'
import { t } from '@/i18n'
import { exampleOf } from '@/services/site/blocks/examples'
import { contextOf } from '@/app/(site)/lib/site'
import { previewPage } from '@/app/(preview)/_server/preview'

type Params = { lang: string; mode: string; type: string }

/** A block with an example in it, drawn by the component residents see: for the catalogue. */
export default previewPage<Params>(({ lang, mode, type }) => `/admin/preview/${lang}/${mode}/blocks/${type}`, async ({ site, params }) => {
  const example = exampleOf(params.type, site.lang)
  if (!example) return undefined
  const title = t(site.lang, `blocks.name.${example.type}`)
  const children = (
    <main className="wrap page">
      <h1 className="unseen">{title}</h1>
      <div className="blocks">
        <RenderBlocks blocks={[example]} ctx={contextOf(site, '/')} />
      </div>
    </main>
  )
  return { title, state: t(site.lang, 'blocks.catalogue.example'), children }
})
