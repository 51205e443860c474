import { t, tMaybe } from '../../../i18n'
import { dayIn } from '../../../domain/clocks/dayIn'
import { say, type Lang } from '../../../domain/words'
import type { Looked, ProcessingView, Written } from '../../../services/desk/processing'
import { Banner } from '../ui/Banner'
import { Panel } from '../ui/Panel'
import { FaultLine } from './FaultLine'

/** What the office may write beside the portal's own words. */
const WRITTEN: readonly (keyof Written)[] = ['purpose', 'basis', 'who', 'recipients']
const PARTS = ['purpose', 'basis', 'data', 'who', 'period', 'recipients'] as const

type Props = { lang: Lang; zone: string; view: ProcessingView; fault?: string | undefined; done?: string | undefined; looked?: Looked | undefined }
type One = ProcessingView['activities'][number]

/** The register of processing: what is done with whose data, made from the settings, with room for the office's own words. */
export const ProcessingPage = ({ lang, zone, view, fault, done, looked }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted"><a href="/desk/retention">{t(lang, 'retention.title')}</a></p>
        <h1>{t(lang, 'processing.title')}</h1>
        <p className="muted">{t(lang, 'processing.lead')}</p>
      </div>
    </div>
    <div className="stack wide">
      <FaultLine lang={lang} fault={fault} />
      {done ? <Banner tone="done" live="status" title={t(lang, 'processing.saved')} /> : null}
      {view.activities.map((activity) => <ActivityPanel key={activity.key} lang={lang} view={view} activity={activity} looked={looked?.key === activity.key ? looked : undefined} />)}
      <Panel title={t(lang, 'processing.versions')} count={view.versions.length}>
        <ul>
          {view.versions.map(({ number, at, changed }) => (
            <li className="line" key={number}>
              <b className="line-title">{t(lang, 'processing.version', { n: number, day: dayIn(zone, at) })}</b>
              <p className="line-meta">{changed.map(({ name, how }) => t(lang, `processing.changed.${how}`, { name: say(name, lang) })).join(' · ') || t(lang, 'processing.first')}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  </main>
)

const ActivityPanel = ({ lang, view, activity, looked }: { lang: Lang; view: ProcessingView; activity: One; looked: Looked | undefined }) => (
  <Panel title={say(activity.name, lang)} count={t(lang, activity.public ? 'processing.public' : 'processing.staffOnly')} id={`a-${activity.key.replace(/\W/g, '-')}`}>
    <dl className="inside cert">{PARTS.map((part) => <div key={part}><dt>{t(lang, `processing.col.${part}`)}</dt><dd>{say(activity[part], lang)}</dd></div>)}</dl>
    {activity.asked && activity.asked.length > 0 ? (
      <ul className="inside">
        {activity.asked.map(({ key, label, purpose, days }) => <li key={key}>{say(label, lang)} – {purpose ? say(purpose, lang) : t(lang, 'processing.noPurpose')}{days === undefined ? '' : ` · ${t(lang, 'processing.days', { n: days })}`}</li>)}
      </ul>
    ) : null}
    {view.canEdit ? (
      <details className="inside" open={looked !== undefined}>
        <summary>{t(lang, 'processing.own')}</summary>
        <form className="stack" method="post" action="/desk/processing/go">
          <p className="hint">{t(lang, 'processing.ownHint')}</p>
          <input type="hidden" name="key" value={activity.key} />
          {WRITTEN.map((part) => (
            <label className="field" key={part}><span className="field-name">{t(lang, `processing.col.${part}`)}</span><input className="input" name={part} maxLength={300} defaultValue={(looked ? looked.given[part] : view.written[activity.key]?.[part]) ?? ''} /></label>
          ))}
          {looked ? <LookPart lang={lang} looked={looked} /> : null}
          <div className="row"><button className="btn" type="submit">{t(lang, 'processing.save')}</button></div>
        </form>
      </details>
    ) : null}
  </Panel>
)

/** What looks like personal data in what was written: it is kept once it is mended, or somebody says that it may be public. */
const LookPart = ({ lang, looked: { found } }: { lang: Lang; looked: Looked }) => (
  <>
    <Banner tone="late" live="alert" title={t(lang, 'processing.look.found', { n: found.length })} />
    <ul>{found.map(({ part, at, kind, quote }) => <li key={`${part} ${at}`}>{t(lang, 'audit.privacy.line', { place: tMaybe(lang, `processing.col.${part}`) ?? part, at, kind: tMaybe(lang, `audit.privacy.kind.${kind}`) ?? kind, quote })}</li>)}</ul>
    <label className="row"><input type="checkbox" name="privacySeen" value="yes" /> <span>{t(lang, 'processing.look.seen')}</span></label>
  </>
)
