import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { FindingVM, HealthVM } from '../../../services/desk/view/health'
import { Icon, type IconName } from '../ui/icons'
import { Panel } from '../ui/Panel'

type Group = HealthVM['groups'][number]
type Gravity = Group['gravity']

const ICONS: Record<Gravity, IconName> = { now: 'x', soon: 'alert', note: 'more' }
const TONES: Record<Gravity, string> = { now: 'late-text', soon: 'warn-text', note: 'muted' }

const headline = (lang: Lang, { groups }: HealthVM): string => {
  const count = (gravity: Gravity) => groups.find((group) => group.gravity === gravity)?.findings.length ?? 0
  if (count('now') > 0) return t(lang, 'health.headlineNow', { n: count('now') })
  return count('soon') > 0 ? t(lang, 'health.headlineSoon', { n: count('soon') }) : t(lang, 'health.headlineFine')
}

/** The state of the office and the portal: what to put right, worst first, each with the way there. */
export const HealthPage = ({ lang, view }: { lang: Lang; view: HealthVM }) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted">{t(lang, 'health.title')} · {t(lang, 'health.checkedAt', { when: view.checkedAt })}</p>
        <h1>{headline(lang, view)}</h1>
        <p className="muted">{t(lang, 'health.lead')}</p>
      </div>
      <a className="btn push" href="/desk/health">{t(lang, 'health.again')}</a>
    </div>
    <div className="stack wide health">
      {view.groups.map((group) => <FindingGroup key={group.gravity} lang={lang} group={group} />)}
      {view.fine.length > 0 ? <Fine lang={lang} fine={view.fine} /> : null}
    </div>
  </main>
)

const FindingGroup = ({ lang, group: { gravity, findings } }: { lang: Lang; group: Group }) => (
  <Panel title={<><span className={TONES[gravity]}><Icon name={ICONS[gravity]} /></span> {t(lang, `health.${gravity}`)}</>} count={findings.length}>
    <ul>{findings.map((finding) => <FindingLine key={finding.key} finding={finding} />)}</ul>
  </Panel>
)

const FindingLine = ({ finding: { title, why, names, fix, ask } }: { finding: FindingVM }) => (
  <li className="finding">
    <div>
      <h3>{title}</h3>
      {names ? <p>{names}</p> : null}
      {why ? <p className="small muted">{why}</p> : null}
      {ask ? <p className="small">{ask}</p> : null}
    </div>
    {fix ? <a className="btn small" href={fix.href}>{fix.text}<Icon name="right" /></a> : null}
  </li>
)

const Fine = ({ lang, fine }: { lang: Lang; fine: HealthVM['fine'] }) => (
  <Panel title={<><span className="done-text"><Icon name="check" /></span> {t(lang, 'health.fine')}</>} count={t(lang, 'health.fineCount', { n: fine.length })}>
    <ul className="inside fine">
      {fine.map(({ check, name, detail }) => (
        <li key={check}><b>{name}</b>{detail ? <small className="muted"> {detail}</small> : null}</li>
      ))}
    </ul>
  </Panel>
)
