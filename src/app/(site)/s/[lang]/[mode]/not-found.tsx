import { ErrorPage } from '@/components/site/info/ErrorPage'
import { Frame } from '../../../lib/sitePage'
import { contextOf, currentSite } from '../../../lib/site'

/** "Not found" in the office's own look. */
const NotFound = async () => {
  const site = await currentSite()
  return (
    <Frame site={site} path="/">
      <ErrorPage ctx={contextOf(site, '/')} office={site.office} view={{ code: 'notFound' }} />
    </Frame>
  )
}

export default NotFound
