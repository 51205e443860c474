import { t, words } from '../../../i18n'
import { fullDay } from '../../ui/dates'
import { Notice } from '../../ui/Notice'
import { Tag } from '../../ui/Tag'
import { Attachments } from '../Attachments'
import { PrintButton, ReadAloud } from '../light/Light'
import { Crumbs } from '../Crumbs'
import { Facts } from '../Facts'
import type { RuleView, SiteContext } from '../types'

/** One version of a rule document, with a permanent link to every clause. */
export const RulePage = ({ ctx, view }: { ctx: SiteContext; view: RuleView }) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.rules.title'), path: '/rules' }, { text: view.number ?? view.title }]} />
      <div className="two">
        <article className="stack-3" id="read">
          <h1>{view.title}</h1>
          <p className="meta">
            {view.number && <span>{view.number}</span>}
            <span>{t(lang, 'site.rules.versionOf', { version: view.version })}</span>
            <span>{t(lang, 'site.rules.effective', { date: fullDay(view.effectiveFrom, ctx) })}</span>
          </p>
          <div className="row screen-only">
            <ReadAloud lang={lang} target="read" words={words(lang, 'common.action')} />
            <PrintButton text={t(lang, 'common.action.print')} />
          </div>
          {view.replacedBy && (
            <Notice tone="warn">
              <p>
                {t(lang, 'site.rules.replacedNote')} <a href={href(view.replacedBy.path)}>{view.replacedBy.text}</a>
              </p>
            </Notice>
          )}
          {view.clauses.length > 4 && <Contents ctx={ctx} clauses={view.clauses} />}
          <div className="prose">
            {view.clauses.map((clause) => (
              <Clause key={clause.id} ctx={ctx} clause={clause} />
            ))}
          </div>
          <Attachments ctx={ctx} files={view.attachments} />
        </article>
        <aside className="aside" aria-label={t(lang, 'site.rules.info')}>
          <RuleFacts ctx={ctx} view={view} />
          {view.versions.length > 1 && <Versions ctx={ctx} versions={view.versions} />}
        </aside>
      </div>
    </>
  )
}

const Contents = ({ ctx, clauses }: { ctx: SiteContext; clauses: RuleView['clauses'] }) => (
  <nav className="stack screen-only" aria-labelledby="s-contents">
    <h2 className="unseen" id="s-contents">
      {t(ctx.lang, 'site.rules.clauses')}
    </h2>
    <ol className="links">
      {clauses.map(({ id, label, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{[label, title].filter(Boolean).join(' ')}</a>
        </li>
      ))}
    </ol>
  </nav>
)

const Clause = ({ ctx, clause: { id, label, title, paragraphs } }: { ctx: SiteContext; clause: RuleView['clauses'][number] }) => (
  <section className="clause stack" id={id} tabIndex={-1}>
    <h3>
      <a href={`#${id}`} title={t(ctx.lang, 'site.rules.clauseLink', { label })}>
        {label}
      </a>
      {title && ` ${title}`}
    </h3>
    {paragraphs.map((paragraph, index) => (
      <p key={index} className="pre">
        {paragraph}
      </p>
    ))}
  </section>
)

const RuleFacts = ({ ctx, view }: { ctx: SiteContext; view: RuleView }) => {
  const { lang } = ctx
  const state = { inForce: { tone: 'done', icon: 'check' }, replaced: { tone: 'plain', icon: 'minus' }, coming: { tone: 'info', icon: 'clock' } } as const
  return (
    <section className="stack">
      <h2>{t(lang, 'site.rules.info')}</h2>
      <Facts
        facts={[
          view.number && { label: t(lang, 'site.rules.number'), value: view.number },
          { label: t(lang, 'site.rules.version'), value: view.version },
          view.issuer && { label: t(lang, 'site.rules.issuer'), value: view.issuer },
          { label: t(lang, 'site.rules.state'), value: <Tag {...state[view.state]}>{t(lang, `site.rules.${view.state}`)}</Tag> },
        ]}
      />
    </section>
  )
}

const Versions = ({ ctx, versions }: { ctx: SiteContext; versions: RuleView['versions'] }) => (
  <section className="stack screen-only">
    <h2>{t(ctx.lang, 'site.rules.versions')}</h2>
    <ul>
      {versions.map(({ version, effectiveFrom, path, current }) => (
        <li key={version}>
          {current ? (
            <span className="own-line">
              {t(ctx.lang, 'site.rules.versionOf', { version })}
              {t(ctx.lang, 'site.rules.thisVersion')}
            </span>
          ) : (
            <a className="own-line" href={ctx.href(path)}>
              {t(ctx.lang, 'site.rules.versionOf', { version })}
            </a>
          )}{' '}
          <span className="small muted">{t(ctx.lang, 'site.rules.effective', { date: fullDay(effectiveFrom, ctx) })}</span>
        </li>
      ))}
    </ul>
  </section>
)
