import type { Lang } from '../../../domain/words'
import { t } from '../../../i18n'
import type { AuditLineVM, AuditVM } from '../../../services/desk/view/audit'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { AuditSearch } from './AuditSearch'

type Props = { lang: Lang; view: AuditVM }

/** The audit log for whoever audits: whether its chain holds, a search, its files. Works without scripts. */
export const AuditPage = ({ lang, view }: Props) => (
  <main className="page audit" id="main">
    <div className="page-head">
      <div>
        <p className="small muted">{t(lang, 'audit.title')}</p>
        <h1>{t(lang, 'audit.headline')}</h1>
        <p className="muted">{t(lang, 'audit.lead')}</p>
      </div>
      <form className="push" method="post" action="/desk/api/audit/verify"><button className="btn" type="submit"><Icon name="check" />{t(lang, 'audit.verify')}</button></form>
    </div>
    <div className="stack wide">
      <Banner tone={view.state.tone} title={view.state.title}><p>{view.state.detail}</p></Banner>
      <AuditSearch lang={lang} view={view} />
      <Rows lang={lang} view={view} />
      <Anchors lang={lang} view={view} />
    </div>
  </main>
)

const Rows = ({ lang, view: { rows, next, fileQuery } }: Props) => {
  const file = (format: string) => `/desk/api/audit/file?${fileQuery ? `${fileQuery}&` : ''}format=${format}`
  const tools = (
    <>
      <a className="btn quiet small" href={file('csv')} download><Icon name="down" />{t(lang, 'audit.csv')}</a>
      <a className="btn quiet small" href={file('lines')} download><Icon name="down" />{t(lang, 'audit.lines')}</a>
    </>
  )
  return (
    <Panel id="rows" title={t(lang, 'audit.rows')} count={rows.length} corner={tools}>
      {rows.length === 0 ? <Empty icon="search" title={t(lang, 'audit.none')} hint={t(lang, 'audit.noneHint')} /> : <Table lang={lang} rows={rows} />}
      {next ? <div className="inside"><a className="btn" href={next}>{t(lang, 'audit.older')}</a></div> : null}
    </Panel>
  )
}

const TONES = { done: '', denied: 'tag warn', failed: 'tag warn' } as const

const Table = ({ lang, rows }: { lang: Lang; rows: AuditLineVM[] }) => (
  <table className="table entries" role="table">
    <caption className="hidden">{t(lang, 'audit.rows')}</caption>
    <thead role="rowgroup">
      <tr role="row">{(['at', 'who', 'what', 'object', 'more'] as const).map((name) => <th key={name} scope="col" role="columnheader">{t(lang, `audit.column.${name}`)}</th>)}</tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={row.seq} role="row">
          <td role="cell" data-label={t(lang, 'audit.column.at')}><span>{row.at}<small className="muted one">{t(lang, 'audit.seq', { n: row.seq })}</small></span></td>
          <td role="cell" data-label={t(lang, 'audit.column.who')}><span>{row.who}{row.where ? <small className="muted one">{row.where}</small> : null}</span></td>
          <td role="cell" data-label={t(lang, 'audit.column.what')}><span>{row.what} {row.outcome === 'done' ? null : <span className={TONES[row.outcome]}>{t(lang, `audit.outcome.${row.outcome}`)}</span>}</span></td>
          <td role="cell" data-label={t(lang, 'audit.column.object')}>{row.object ? <span className="break">{row.object}</span> : null}</td>
          <td role="cell" data-label={t(lang, 'audit.column.more')}>{row.more ? <span className="small muted break">{row.more}</span> : null}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Anchors = ({ lang, view: { anchors, cuts } }: Props) => (
  <Panel
    title={t(lang, 'audit.anchors')} count={anchors.length}
    corner={<><a className="btn quiet small" href="/desk/api/audit/anchors" download><Icon name="down" />{t(lang, 'audit.anchorFile')}</a><a className="btn quiet small" href="/desk/api/audit/anchors?key" download><Icon name="key" />{t(lang, 'audit.keyFile')}</a></>}
  >
    <div className="inside stack">
      <p className="hint">{t(lang, 'audit.anchorsWhy')}</p>
      {cuts.length > 0 ? <ul className="small">{cuts.map((text) => <li key={text}>{text}</li>)}</ul> : null}
      {anchors.length === 0 ? <p>{t(lang, 'audit.noAnchors')}</p> : (
        <ul className="small audit-anchors">{anchors.map(({ day, seq, hash }) => <li key={day}><b>{day}</b> {t(lang, 'audit.seq', { n: seq })} <code className="break">{hash}</code></li>)}</ul>
      )}
    </div>
  </Panel>
)
