import { Crumbs } from '@/components/site/Crumbs'
import { dayTime } from '@/components/ui/dates'
import { t } from '@/i18n'
import type { Page } from '@/payload-types'
import { HOME, pagePath } from '@/services/site/content/pages'
import { pageDraft } from '@/services/site/preview/find'
import { PageBlocks } from '@/app/(site)/lib/PageBlocks'
import { contextOf, type Site } from '@/app/(site)/lib/site'
import { Frame } from '@/app/(site)/lib/sitePage'
import { previewPage } from '@/app/(preview)/_server/preview'

type Params = { lang: string; mode: string; id: string }

const stateOf = (site: Site, page: Page): string => {
  if (page._status === 'published') return t(site.lang, 'blocks.preview.published')
  return page.publishAt ? t(site.lang, 'blocks.preview.scheduled', { time: dayTime(Date.parse(page.publishAt), contextOf(site, '/')) }) : t(site.lang, 'blocks.preview.draft')
}

/** A page as residents will see it. */
export default previewPage<Params>(({ lang, mode, id }) => `/admin/preview/${lang}/${mode}/pages/${id}`, async ({ site, desk, params }) => {
  const page = await pageDraft({ desk, id: params.id, lang: site.lang })
  const home = page.code === HOME
  const ctx = contextOf(site, pagePath(page.code))
  const children = (
    <Frame site={site} path={ctx.path} {...(home ? { kind: 'home' as const, current: 'home' as const } : {})}>
      {home ? null : <Crumbs ctx={ctx} crumbs={[{ text: page.title }]} />}
      {home ? null : <h1>{page.title}</h1>}
      <PageBlocks site={site} ctx={ctx} blocks={page.blocks} staff />
    </Frame>
  )
  return { title: page.title, state: stateOf(site, page), children }
})
