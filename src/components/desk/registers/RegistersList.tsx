import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { RegisterLine } from '../../../services/registers/view'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { Sign } from './signs'

type LineProps = { lang: Lang; line: RegisterLine }

const Line = ({ lang, line }: LineProps) => (
  <li className="line">
    <a className="line-title" href={line.href}><Sign symbol={line.symbol} /> {line.name}</a>
    <p className="line-meta">{[line.subject, t(lang, 'registers.desk.entries', { n: line.entries }), t(lang, line.open ? 'registers.desk.public' : 'registers.desk.internal'), line.intro].filter(Boolean).join(' · ')}</p>
    {line.late + line.soon > 0 ? (
      <div className="line-end row">
        {line.late > 0 ? <a className="tag late" href={`${line.href}?review=late`}>{t(lang, 'registers.desk.lateCount', { n: line.late })}</a> : null}
        {line.late === 0 ? <a className="tag warn" href={`${line.href}?review=soon`}>{t(lang, 'registers.desk.soonCount', { n: line.soon })}</a> : null}
      </div>
    ) : null}
  </li>
)

/** The registers a person may look into, with what waits for review. */
export const RegistersList = ({ lang, lines }: { lang: Lang; lines: RegisterLine[] }) => (
  <main className="page" id="main">
    <div className="page-head"><div><h1>{t(lang, 'registers.desk.headline')}</h1><p className="muted">{t(lang, 'registers.desk.lead')}</p></div></div>
    <Panel title={t(lang, 'registers.title')} count={lines.length}>
      {lines.length === 0 ? <Empty icon="list" title={t(lang, 'registers.desk.none')} hint={t(lang, 'registers.desk.noneHint')} /> : (
        <ul>{lines.map((line) => <Line key={line.code} lang={lang} line={line} />)}</ul>
      )}
    </Panel>
  </main>
)
