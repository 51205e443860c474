import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { RuleRowVM, RulesVM } from '../../../services/desk/view/rules'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'

type Part = keyof RulesVM
type PartProps = { lang: Lang; part: Part; rows: RuleRowVM[] }

const PARTS: Part[] = ['awaited', 'coming', 'done', 'others']

/** The rule documents as they concern one person: first those that wait for them. */
export const RulesList = ({ lang, view }: { lang: Lang; view: RulesVM }) => {
  const waiting = view.awaited.length
  const all = PARTS.reduce((sum, part) => sum + view[part].length, 0)
  return (
    <main className="page" id="main">
      <div className="page-head">
        <div>
          <p className="small muted">{t(lang, 'rules.title')}</p>
          <h1>{waiting > 0 ? t(lang, 'rules.headline', { n: waiting }) : t(lang, 'rules.headlineDone')}</h1>
        </div>
      </div>
      <div className="stack wide rules">
        {all === 0 ? <Panel title={t(lang, 'rules.title')}><Empty icon="list" title={t(lang, 'rules.none')} hint={t(lang, 'rules.noneHint')} /></Panel> : null}
        {PARTS.filter((part) => view[part].length > 0).map((part) => <RulePart key={part} lang={lang} part={part} rows={view[part]} />)}
      </div>
    </main>
  )
}

const RulePart = ({ lang, part, rows }: PartProps) => (
  <Panel title={t(lang, `rules.${part}`)} count={rows.length}>
    <ul>{rows.map((row) => <RuleLine key={row.href} lang={lang} part={part} row={row} />)}</ul>
  </Panel>
)

const RuleLine = ({ lang, part, row }: { lang: Lang; part: Part; row: RuleRowVM }) => (
  <li className="line">
    <a className="line-title" href={row.href}>{row.title}</a>
    <p className="line-meta">
      {[row.number, t(lang, 'rules.edition', { edition: row.edition }), row.since ? t(lang, 'rules.since', { day: row.since }) : t(lang, 'rules.sinceUnknown'),
        row.done ? t(lang, 'rules.doneOn', { day: row.done }) : '', row.tally ? t(lang, 'rules.tally', row.tally) : ''].filter(Boolean).join(' · ')}
    </p>
    {part === 'awaited' ? <div className="line-end"><a className="btn small" href={row.href}>{t(lang, 'rules.read')}</a></div> : null}
    {part === 'done' ? <div className="line-end"><span className="tag done"><Icon name="check" />{t(lang, 'rules.doneOn', { day: row.done ?? '' })}</span></div> : null}
  </li>
)
