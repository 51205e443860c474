import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { RuleVM } from '../../../services/desk/view/rules'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'

type RuleProps = { lang: Lang; view: RuleVM; fault?: 'changed' | 'refused' | 'failed' }

/** One rule document: its text, and the acknowledgement of whoever it binds. Works without scripts. */
export const RulePage = ({ lang, view, fault }: RuleProps) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted">
          <a href="/desk/rules">{t(lang, 'rules.title')}</a> · {view.number} · {t(lang, 'rules.edition', { edition: view.edition })}{view.since ? ` · ${t(lang, 'rules.since', { day: view.since })}` : ''}
        </p>
        <h1>{view.title}</h1>
      </div>
    </div>
    <div className="rule">
      <div className="stack wide">
        {fault ? <Banner tone="late" live="alert" title={t(lang, `rules.${fault}`)} /> : null}
        <article className="panel rule-text">
          {view.summary ? <p className="muted">{view.summary}</p> : null}
          {view.clauses.map(({ code, heading, paragraphs }, at) => (
            <section key={`${at} ${code}`} id={`c-${code}`} tabIndex={-1}>
              <h2><a href={`#c-${code}`}>{code}</a> {heading}</h2>
              {paragraphs.map((text, line) => <p key={line}>{text}</p>)}
            </section>
          ))}
        </article>
        <Acknowledge lang={lang} view={view} />
      </div>
      {view.bound ? <Bound lang={lang} bound={view.bound} /> : null}
    </div>
  </main>
)

const Acknowledge = ({ lang, view }: RuleProps) => {
  if (view.state === 'done') return <Banner tone="done" title={t(lang, 'rules.doneTitle', { day: view.done ?? '' })} />
  if (view.state === 'coming') return <Banner title={t(lang, 'rules.comingTitle', { day: view.since })} />
  if (view.state === 'free') return <p className="small muted">{t(lang, 'rules.free')}</p>
  return (
    <form className="panel rule-sign" method="post" action={view.action}>
      <h2>{t(lang, 'rules.ask')}</h2>
      <p className="hint">{t(lang, 'rules.why')}</p>
      <input type="hidden" name="edition" value={view.edition} />
      <button className="btn main" type="submit"><Icon name="check" />{t(lang, 'rules.acknowledge', { edition: view.edition })}</button>
    </form>
  )
}

const Bound = ({ lang, bound: { done, people } }: { lang: Lang; bound: NonNullable<RuleVM['bound']> }) => (
  <Panel title={t(lang, 'rules.bound')} count={t(lang, 'rules.boundCount', { done, all: people.length })} className="rule-bound">
    {people.length === 0 ? <Empty icon="nobody" title={t(lang, 'rules.nobodyBound')} /> : (
      <div className="scroll-x">
        <table className="table plain">
          <thead>
            <tr><th scope="col">{t(lang, 'rules.person')}</th><th scope="col">{t(lang, 'rules.state')}</th></tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr key={`${person.name} ${at}`}>
                <th scope="row">{person.name}<small className="muted one">{person.teams}</small></th>
                <td>{person.done ?? <span className="tag warn">{t(lang, 'rules.notYet')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </Panel>
)
