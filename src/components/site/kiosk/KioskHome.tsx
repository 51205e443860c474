import { t } from '../../../i18n'
import { Icon } from '../../ui/Icon'
import type { SiteContext } from '../types'
import { TILES } from './tiles'

/** The first screen of a touch terminal: six large tiles, each whole a link. */
export const KioskHome = ({ ctx: { lang, href } }: { ctx: SiteContext }) => (
  <nav aria-label={t(lang, 'site.kiosk.tiles')}>
    <ul className="tiles">
      {TILES.map(({ key, icon, path }) => (
        <li key={key}>
          <a className={`tile tile-${key}`} href={href(path)}>
            <Icon name={icon} />
            <span className="tile-name">{t(lang, `site.kiosk.${key}`)}</span>
            <span className="tile-about">{t(lang, `site.kiosk.${key}About`)}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
