import { t } from '../../../i18n'
import { say, type Lang } from '../../../domain/words'
import type { Certificate } from '../../../services/desk/retention'
import type { Mark } from '../../../services/desk/tombstones'
import { Banner } from '../ui/Banner'
import { PrintButton } from '../registers/PrintButton'
import { Panel } from '../ui/Panel'
import { dayIn, minuteIn } from '../../../domain/clocks/dayIn'

/** The certificate of one run, to be printed and filed. */
export const CertificatePage = ({ lang, zone, view }: { lang: Lang; zone: string; view: Certificate }) => {
  const facts: [string, string][] = [
    [t(lang, 'retention.cert.office'), view.office],
    [t(lang, 'retention.cert.started'), minuteIn(zone, view.startedAt)],
    [t(lang, 'retention.cert.finished'), view.finishedAt === undefined ? t(lang, 'retention.running') : minuteIn(zone, view.finishedAt)],
    [t(lang, 'retention.cert.by'), view.by || t(lang, 'retention.cert.itself')],
    [t(lang, 'retention.cert.planned'), String(view.planned)],
    [t(lang, 'retention.cert.deleted'), String(view.deleted)],
    [t(lang, 'retention.cert.anonymised'), String(view.anonymised)],
    [t(lang, 'retention.cert.photos'), String(view.photos)],
    [t(lang, 'retention.cert.held'), String(view.held)],
    [t(lang, 'retention.cert.failed'), String(view.failed)],
    [t(lang, 'retention.cert.plannedDigest'), view.plannedDigest],
    [t(lang, 'retention.cert.digest'), view.digest],
    [t(lang, 'retention.cert.rulesDigest'), view.rulesDigest],
    [t(lang, 'retention.cert.id'), view.id],
  ]
  return (
    <main className="page" id="main">
      <div className="page-head">
        <div>
          <p className="small muted"><a href="/desk/retention">{t(lang, 'retention.title')}</a></p>
          <h1>{t(lang, 'retention.cert.title')}</h1>
          <p className="muted">{t(lang, 'retention.cert.lead')}</p>
        </div>
        <div className="push"><PrintButton text={t(lang, 'retention.cert.print')} /></div>
      </div>
      <div className="stack wide">
        <Panel title={t(lang, 'retention.cert.facts')}>
          <dl className="inside cert">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
        </Panel>
        {view.marks ? <Marks lang={lang} zone={zone} marks={view.marks} agrees={view.agrees === true} /> : null}
        <Panel title={t(lang, 'retention.cert.rules')} count={view.rules.length}>
          <ul className="inside">{view.rules.map(({ kind, name, days, mode }) => <li key={`${kind} ${say(name, lang)}`}>{say(name, lang)} · {t(lang, `retention.mode.${mode}`, { days })}</li>)}</ul>
        </Panel>
      </div>
    </main>
  )
}

const HEADS = ['retention.number', 'retention.cert.type', 'retention.opened', 'retention.cert.closed', 'retention.last', 'retention.cert.erased', 'retention.cert.why'] as const

/** What is left of each thing that went. */
const Marks = ({ lang, zone, marks, agrees }: { lang: Lang; zone: string; marks: Mark[]; agrees: boolean }) => {
  const day = (at: number | undefined) => (at === undefined ? '—' : dayIn(zone, at))
  const why = ({ days, mode, reason }: Mark) => [...(days === undefined ? [] : [t(lang, `retention.mode.${mode}`, { days })]), t(lang, `retention.cert.because.${reason}`)].join(' · ')
  return (
    <Panel title={t(lang, 'retention.cert.marks')} count={marks.length}>
      {agrees ? <p className="inside muted">{t(lang, 'retention.cert.agrees')}</p> : <div className="inside"><Banner tone="late" title={t(lang, 'retention.cert.differs')} /></div>}
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t(lang, 'retention.cert.marks')}>
        <table className="table plain">
          <thead><tr>{HEADS.map((head) => <th scope="col" key={head}>{t(lang, head)}</th>)}</tr></thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={mark.code}>
                <th scope="row">{mark.code}</th>
                <td>{say(mark.type, lang)}</td>
                <td>{day(mark.openedAt)}</td>
                <td>{day(mark.closedAt)}</td>
                <td>{day(mark.lastAt)}</td>
                <td>{day(mark.erasedAt)}</td>
                <td>{why(mark)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
