import { t } from '../../i18n'
import { Breadcrumbs } from '../ui/Breadcrumbs'
import type { CrumbView, SiteContext } from './types'

/** The way from the home page; the last crumb is the page itself. */
export const Crumbs = ({ ctx: { lang, href }, crumbs }: { ctx: SiteContext; crumbs: CrumbView[] }) => (
  <Breadcrumbs
    label={t(lang, 'common.nav.here')}
    crumbs={[{ text: t(lang, 'common.nav.home'), path: '/' }, ...crumbs].map(({ text, path }) => ({ text, href: path === undefined ? undefined : href(path) }))}
  />
)
