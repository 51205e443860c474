import { t, tMaybe } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { AlertLine, AlertsView } from '../../../services/desk/alerts'
import { Banner } from '../ui/Banner'
import { Panel } from '../ui/Panel'

type Typed = Partial<Record<'zh' | 'en' | 'path', string | undefined>>
type Props = { lang: Lang; view: AlertsView; fault?: string | undefined; done?: string | undefined; typed: Typed }

/** An emergency for every page, in one step: words, how long, out. */
export const AlertsPage = ({ lang, view, fault, done, typed }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <h1>{t(lang, 'publishing.alert.title')}</h1>
        <p className="muted">{t(lang, 'publishing.alert.lead')}</p>
      </div>
    </div>
    <div className="stack wide">
      {fault ? <Banner tone="late" live="alert" title={tMaybe(lang, `publishing.alert.fault.${fault}`) ?? t(lang, 'publishing.alert.fault.failed')} /> : null}
      {done ? <Banner tone="done" live="status" title={tMaybe(lang, `publishing.alert.done.${done}`) ?? t(lang, 'publishing.alert.done.start')} /> : null}
      {view.on.length > 0 ? <Panel title={t(lang, 'publishing.alert.on')} count={view.on.length}><ul>{view.on.map((line) => <Standing key={line.id} lang={lang} line={line} view={view} />)}</ul></Panel> : null}
      <Panel title={t(lang, 'publishing.alert.new')}><Form lang={lang} view={view} typed={typed} /></Panel>
      {view.past.length > 0 ? (
        <Panel title={t(lang, 'publishing.alert.past')} count={view.past.length}>
          <ul>{view.past.map((line) => <li className="told" key={line.id}><p>{line.zh}</p><p className="line-meta">{t(lang, 'publishing.alert.window', { from: line.from, until: line.ended ?? line.until })}{line.who ? ` · ${line.who}` : ''}</p></li>)}</ul>
        </Panel>
      ) : null}
    </div>
  </main>
)

const Form = ({ lang, view, typed }: { lang: Lang; view: AlertsView; typed: Typed }) => (
  <form className="inside stack" method="post" action="/desk/alerts/go">
    <label className="field"><span className="field-name">{t(lang, 'publishing.alert.zh')}</span><textarea className="input" name="zh" rows={3} maxLength={200} required defaultValue={typed.zh} /></label>
    <label className="field">
      <span className="field-name">{t(lang, 'publishing.alert.howLong')}</span>
      <select className="input" name="hours" defaultValue="6">
        {view.hours.map((n) => <option key={n} value={n}>{t(lang, n < 48 ? 'publishing.alert.hours' : 'publishing.alert.days', { n: n < 48 ? n : n / 24 })}</option>)}
      </select>
    </label>
    <details>
      <summary>{t(lang, 'publishing.alert.more')}</summary>
      <div className="stack">
        <label className="field"><span className="field-name">{t(lang, 'publishing.alert.en')}</span><textarea className="input" name="en" rows={2} maxLength={200} defaultValue={typed.en} /></label>
        <label className="field"><span className="field-name">{t(lang, 'publishing.alert.path')}</span><input className="input" name="path" maxLength={200} placeholder="/notices/…" defaultValue={typed.path} /></label>
        <label className="field"><span className="field-name">{t(lang, 'publishing.alert.from')}</span><input className="input" type="datetime-local" name="from" /></label>
        <label className="field"><span className="field-name">{t(lang, 'publishing.alert.until')}</span><input className="input" type="datetime-local" name="until" min={view.soonest} /></label>
      </div>
    </details>
    <div className="row"><button className="btn main" type="submit" name="do" value="start">{t(lang, 'publishing.alert.start')}</button></div>
  </form>
)

const Standing = ({ lang, line, view }: { lang: Lang; line: AlertLine; view: AlertsView }) => (
  <li className="told">
    <p><b>{line.zh}</b></p>
    {line.en ? <p lang="en">{line.en}</p> : null}
    <p className="line-meta">{t(lang, `publishing.alert.state.${line.state}`)} · {t(lang, 'publishing.alert.window', { from: line.from, until: line.until })}{line.who ? ` · ${line.who}` : ''}</p>
    <div className="row">
      <form method="post" action="/desk/alerts/go">
        <input type="hidden" name="id" value={line.id} />
        <button className="btn" type="submit" name="do" value="end" aria-label={t(lang, 'publishing.alert.endOf', { text: line.zh })}>{t(lang, 'publishing.alert.end')}</button>
      </form>
      <form className="row" method="post" action="/desk/alerts/go">
        <input type="hidden" name="id" value={line.id} />
        <label className="row"><span>{t(lang, 'publishing.alert.longer')}</span><input className="input" type="datetime-local" name="until" defaultValue={line.untilField} max={view.latest} required /></label>
        <button className="btn" type="submit" name="do" value="extend">{t(lang, 'publishing.alert.extend')}</button>
      </form>
    </div>
  </li>
)
