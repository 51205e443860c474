import type { ReactNode } from 'react'
import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { RegisterHead } from '../../../services/registers/view'
import { Sign } from './signs'

type Props = { lang: Lang; head: RegisterHead; title?: string; children?: ReactNode; below?: ReactNode }

/** The head of a register's pages: whose page this is, and the way back. */
export const Head = ({ lang, head, title, children, below }: Props) => (
  <div className="page-head register-head">
    <div>
      <p className="small muted crumbs-line">
        <a href="/desk/registers">{t(lang, 'registers.desk.crumb')}</a>
        {title === undefined ? <> › {head.subject}</> : <> › <a href={head.href}>{head.name}</a></>}
      </p>
      <h1>{title === undefined && head.symbol ? <Sign symbol={head.symbol} /> : null}{title ?? head.name}</h1>
      {title === undefined && head.intro ? <p className="muted">{head.intro}</p> : null}
      {below}
    </div>
    {children ? <div className="row push">{children}</div> : null}
  </div>
)
