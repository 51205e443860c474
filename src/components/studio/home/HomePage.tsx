'use client'

import type { Overview } from '../../../services/setup/overview'
import type { StudioGroup } from '../../../services/studio/frame'
import { Mark } from '../kit'
import { useSay } from '../words'

const Waits = () => {
  const say = useSay('setup')
  return (
    <section className="panel panel-pad stack-s" aria-labelledby="waits">
      <h2 id="waits">{say('home.waits')}</h2>
      <p>{say('home.waitsWhy')}</p>
      <p><a className="btn btn-main" href="/admin/structure/setup">{say('home.go')}</a></p>
    </section>
  )
}

const Health = ({ health }: { health: NonNullable<Overview['health']> }) => {
  const say = useSay('setup')
  return (
    <section className="panel" aria-labelledby="home-health">
      <div className="panel-head"><h2 id="home-health">{say('home.health')}</h2><a className="push" href="/desk/health">{say('home.see')}</a></div>
      <ul className="panel-pad stack-s">
        {health.now > 0 ? <li><Mark tone="stop">{say('home.now', { n: health.now })}</Mark></li> : null}
        {health.soon > 0 ? <li><Mark tone="warn">{say('home.soon', { n: health.soon })}</Mark></li> : null}
        {health.now + health.soon === 0 ? <li><Mark tone="ok">{say('home.fine')}</Mark></li> : null}
      </ul>
    </section>
  )
}

const Drafts = ({ drafts }: Pick<Overview, 'drafts'>) => {
  const say = useSay('setup')
  return (
    <section className="panel" aria-labelledby="home-drafts">
      <div className="panel-head"><h2 id="home-drafts">{say('home.drafts')}</h2></div>
      {drafts.length === 0 ? <p className="panel-pad muted">{say('home.noDrafts')}</p> : (
        <ul className="panel-pad stack-s">{drafts.map(({ key, name, href, never }) => <li key={key}><a href={href}>{name}</a> <small className="muted">{say(never ? 'home.never' : 'home.differs')}</small></li>)}</ul>
      )}
    </section>
  )
}

const Counts = ({ counts }: Pick<Overview, 'counts'>) => {
  const say = useSay('setup')
  return (
    <section className="panel" aria-labelledby="home-counts">
      <div className="panel-head"><h2 id="home-counts">{say('home.counts')}</h2></div>
      <dl className="counts panel-pad">{counts.map(({ key, n, href }) => <div key={key}><dt><a href={href}>{say(`make.${key}`)}</a></dt><dd>{n}</dd></div>)}</dl>
    </section>
  )
}

/** The state of the office's structure: what is wrong, what waits, what is there, and where everything is edited. */
export const HomePage = ({ view, groups }: { view: Overview; groups: readonly StudioGroup[] }) => {
  const studio = useSay('studio')
  return (
    <>
      <div className="page-head"><div><h1>{studio('home.heading')}</h1><p>{studio('home.lead')}</p></div></div>
      <div className="stack-l">
        {view.waits ? <Waits /> : null}
        <div className="cols cols-even">{view.health ? <Health health={view.health} /> : null}<Drafts drafts={view.drafts} /><Counts counts={view.counts} /></div>
        <div className="cols cols-even">
          {groups.map(({ key, name, links }) => (
            <section key={key} className="panel" aria-labelledby={`g-${key}`}>
              <div className="panel-head"><h2 id={`g-${key}`}>{name}</h2></div>
              <ul className="panel-pad stack-s">{links.filter(({ here }) => !here).map((link) => <li key={link.key}><a href={link.href}>{link.name}</a></li>)}</ul>
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
