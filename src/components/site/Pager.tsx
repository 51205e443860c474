import { t } from '../../i18n'
import { LinkButton } from '../ui/Button'
import type { SiteContext } from './types'

/** Newer and older: no page numbers, which would shift under the reader. */
export const Pager = ({ ctx: { lang, href }, newerPath, olderPath }: { ctx: SiteContext; newerPath?: string; olderPath?: string }) =>
  newerPath || olderPath ? (
    <nav className="pager" aria-label={t(lang, 'common.nav.pages')}>
      {newerPath ? (
        <LinkButton href={href(newerPath)} icon="back">
          {t(lang, 'common.nav.newer')}
        </LinkButton>
      ) : (
        <span />
      )}
      {olderPath && (
        <LinkButton href={href(olderPath)} icon="arrow" iconAfter>
          {t(lang, 'common.nav.older')}
        </LinkButton>
      )}
    </nav>
  ) : null
