import type { ReactNode } from 'react'
import { t, words } from '../../../i18n'
import type { GuideView } from '../../../services/site/content/guide'
import { LinkButton } from '../../ui/Button'
import { fullDay } from '../../ui/dates'
import { Fold } from '../../ui/Fold'
import { Phone } from '../../ui/Phone'
import { PrintButton, ReadAloud } from '../light/Light'
import { Crumbs } from '../Crumbs'
import { Facts } from '../Facts'
import type { SiteContext } from '../types'
import { Materials } from './Materials'

type Props = { ctx: SiteContext; view: GuideView }

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="stack" aria-labelledby={`s-${id}`}>
    <h2 id={`s-${id}`}>{title}</h2>
    {children}
  </section>
)

const isOutside = (href: string): boolean => !href.startsWith('/')

const onlineOf = ({ href }: SiteContext, { online }: GuideView): string | undefined => {
  if (online.way === 'matter') return href(online.path)
  if (online.way === 'none') return undefined
  return isOutside(online.href) ? online.href : href(online.href)
}

/** Ways to begin: one red button, the first of those there are; what cannot be done online is said. */
const Ways = ({ ctx, view }: Props) => {
  const { lang, href } = ctx
  const { online, counters: [counter] } = view
  const onlineHref = onlineOf(ctx, view)
  return (
    <div className="stack screen-only">
      {(onlineHref || counter) && (
        <div className="row">
          {onlineHref && <LinkButton tone="main" href={onlineHref}>{t(lang, online.way === 'link' ? 'services.guide.onlineElsewhere' : 'services.guide.online')}</LinkButton>}
          {counter && <LinkButton tone={onlineHref ? 'plain' : 'main'} icon="clock" href={href(counter.path)}>{t(lang, 'services.guide.book')}</LinkButton>}
        </div>
      )}
      {!onlineHref && <p className="small muted">{t(lang, 'services.guide.notOnline')}</p>}
      {view.agent && <p>{t(lang, 'services.guide.agent')} <a href={href('/grid')}>{t(lang, 'services.guide.agentWho')}</a></p>}
    </div>
  )
}

const limitOf = ({ lang }: SiteContext, { promisedLimit, legalLimit }: GuideView): string | undefined => promisedLimit ?? (legalLimit && t(lang, 'services.guide.legal', { limit: legalLimit }))

const Figures = ({ ctx, view }: Props) => (
  <div className="guide-figures">
    <Facts
    facts={[
      view.fee && { label: t(ctx.lang, 'services.element.fee'), value: view.fee },
      limitOf(ctx, view) !== undefined && { label: t(ctx.lang, 'services.element.limit'), value: limitOf(ctx, view) },
      view.visits !== undefined && { label: t(ctx.lang, 'services.guide.visits'), value: view.visits === 0 ? t(ctx.lang, 'services.guide.noVisit') : t(ctx.lang, 'services.guide.times', { n: view.visits }) },
    ]}
  />
  </div>
)

const Steps = ({ view }: Props) => (
  <ol className="numbered">
    {view.steps.map(({ title, text }) => (
      <li key={title}>
        <p className="strong">{title}</p>
        {text && <p className="muted pre">{text}</p>}
      </li>
    ))}
  </ol>
)

const Forms = ({ ctx: { href }, view }: Props) => (
  <ul className="links">
    {view.forms.map((form) => <li key={form.href}><a className="own-line" href={isOutside(form.href) ? form.href : form.href.startsWith('/api/') ? form.href : href(form.href)}>{form.name}</a></li>)}
  </ul>
)

const Where = ({ ctx: { lang, href }, view }: Props) => (
  <section className="stack" aria-labelledby="s-where">
    <h2 id="s-where">{t(lang, 'services.guide.where')}</h2>
    <Facts
      facts={[
        view.place && { label: t(lang, 'services.element.place'), value: <span className="pre">{view.place}</span> },
        view.units.length > 0 && { label: t(lang, 'services.guide.units'), value: view.units.map(({ text, path }) => <a key={path} className="own-line" href={href(path)}>{text}</a>) },
        view.hours && { label: t(lang, 'services.element.hours'), value: <span className="pre">{view.hours}</span> },
        view.phone && { label: t(lang, 'services.element.phone'), value: <Phone phone={view.phone} own /> },
        view.body && { label: t(lang, 'services.element.body'), value: view.body },
        view.audience.length > 0 && { label: t(lang, 'services.guide.audience'), value: view.audience.map((who) => t(lang, `services.audience.${who}`)).join(t(lang, 'services.editor.joint')) },
        view.officialCode && { label: t(lang, 'services.guide.officialCode'), value: view.officialCode },
      ]}
    />
  </section>
)

const Counters = ({ ctx: { lang, href }, view }: Props) =>
  view.counters.length > 1 ? (
    <section className="stack screen-only" aria-labelledby="s-counters">
      <h2 id="s-counters">{t(lang, 'services.guide.counters')}</h2>
      <ul className="links">{view.counters.map(({ name, path }) => <li key={path}><a className="own-line" href={href(path)}>{name}</a></li>)}</ul>
    </section>
  ) : null

const Missing = ({ ctx: { lang }, view }: Props) =>
  view.missing.length > 0 ? <p className="small muted">{t(lang, 'services.guide.missing', { list: view.missing.map((element) => t(lang, `services.element.${element}`)).join(t(lang, 'services.editor.joint')) })}</p> : null

const Folds = ({ ctx: { lang }, view }: Props) => (
  <div>
    {view.basis && <Fold title={t(lang, 'services.element.basis')}><p className="pre">{view.basis}</p></Fold>}
    {view.legalLimit && <Fold title={t(lang, 'services.guide.limits')}><p>{t(lang, 'services.guide.legal', { limit: view.legalLimit })}</p>{view.promisedLimit && <p>{t(lang, 'services.guide.promised', { limit: view.promisedLimit })}</p>}</Fold>}
    {view.remedy && <Fold title={t(lang, 'services.guide.remedy')}><p className="pre">{view.remedy}</p></Fold>}
  </div>
)

/** How one thing is done: what it takes, where, how long, in which steps; with what the law wants a guide to say. */
export const GuidePage = ({ ctx, view }: Props) => {
  const { lang } = ctx
  const [group] = view.groups
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), path: '/services' }, ...(group ? [group] : [{ text: view.name }])]} />
      <div className="two">
        <article className="stack-3" id="read">
          <div className="stack">
            <h1>{view.name}</h1>
            {view.summary && <p className="pre">{view.summary}</p>}
          </div>
          <Figures ctx={ctx} view={view} />
          <Ways ctx={ctx} view={view} />
          <div className="row screen-only">
            <ReadAloud lang={lang} target="read" words={words(lang, 'common.action')} />
            <PrintButton text={t(lang, 'common.action.print')} />
          </div>
          {view.conditions.length > 0 && <Part id="conditions" title={t(lang, 'services.element.conditions')}><div className="prose"><ol>{view.conditions.map((line) => <li key={line}>{line}</li>)}</ol></div></Part>}
          {view.materials.length > 0 && <Part id="materials" title={t(lang, 'services.element.materials')}><Materials ctx={ctx} items={view.materials} /></Part>}
          {view.forms.length > 0 && <Part id="forms" title={t(lang, 'services.guide.forms')}><Forms ctx={ctx} view={view} /></Part>}
          {view.steps.length > 0 && <Part id="steps" title={t(lang, 'services.element.steps')}><Steps ctx={ctx} view={view} /></Part>}
          <Folds ctx={ctx} view={view} />
          <div className="stack">
            <Missing ctx={ctx} view={view} />
            <p className="small muted">{t(lang, 'services.guide.updated', { date: fullDay(view.updatedAt, ctx) })}</p>
          </div>
        </article>
        <aside className="aside" aria-label={t(lang, 'services.guide.where')}>
          <Where ctx={ctx} view={view} />
          <Counters ctx={ctx} view={view} />
        </aside>
      </div>
    </>
  )
}
