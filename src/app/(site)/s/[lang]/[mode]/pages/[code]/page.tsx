import { redirect } from 'next/navigation'
import { makeHref } from '@/components/site/href'
import { Crumbs } from '@/components/site/Crumbs'
import { HOME, pageByCode } from '@/services/site/content/pages'
import { PageBlocks } from '../../../../../lib/PageBlocks'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { code: string }

const find = (site: Site, code: string) => pageByCode(site.payload, site.model, site.lang, decodeURIComponent(code))

export const generateMetadata = titled<Params>(async (site, { params }) => titleOrNothing(async () => (await find(site, (await params).code)).title))

export default sitePage<Params>(async (site, { params }) => {
  const { code } = await params
  // the page in the place of the home page has one address
  if (decodeURIComponent(code) === HOME) redirect(makeHref(site)('/'))
  const page = await find(site, code)
  const ctx = contextOf(site, `/pages/${code}`)
  return (
    <Frame plain site={site} path={`/pages/${code}`}>
      <Crumbs ctx={ctx} crumbs={[{ text: page.title }]} />
      <h1>{page.title}</h1>
      <PageBlocks site={site} ctx={ctx} blocks={page.blocks} />
    </Frame>
  )
})
