import { Icon } from '../../ui/Icon'
import type { SiteContext, UnitLinkView } from '../types'

/** Units as rows to press, several columns wide where there is room. */
export const UnitLinks = ({ ctx, units }: { ctx: SiteContext; units: (UnitLinkView & { within?: string[] })[] }) => (
  <ul className="links">
    {units.map(({ code, name, path, hint, within }) => (
      <li key={code}>
        <a href={ctx.href(path)}>
          <span>
            {name}
            {(hint || within) && <span className="muted">{hint ?? within?.join(' › ')}</span>}
          </span>
          <Icon name="arrow" />
        </a>
      </li>
    ))}
  </ul>
)
