'use client'

import type { EntryVM, HistoryLine, MatterLine } from '../../../services/registers/view'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { Changes } from './Changes'
import { EntryActs } from './EntryActs'
import { RegisterProvider, useRegister, type RegisterWords } from './words'

const HeadPart = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  return (
    <div className="page-head register-head">
      <div>
        <p className="small muted crumbs-line"><a href="/desk/registers">{say('desk.crumb')}</a> › <a href={view.head.href}>{view.head.name}</a></p>
        <h1>{view.title || view.code}</h1>
        <p className="small muted">{say('column.code')} {view.code}{view.active ? null : <> <span className="tag">{say('desk.closed')}</span></>}</p>
      </div>
      <EntryActs view={view} />
    </div>
  )
}

const Facts = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  return (
    <Panel title={say('desk.facts')}>
      <dl className="inside facts asked">
        {view.lines.map(({ key, label, text, public: seen }) => (
          <div key={key} className="fact-row"><dt>{label}</dt><dd>{text}{seen ? <> <span className="tag">{say('desk.publicField')}</span></> : null}</dd></div>
        ))}
      </dl>
    </Panel>
  )
}

const Place = ({ view: { unit, address, point } }: { view: EntryVM }) => {
  const say = useRegister()
  const rows = [[say('column.unitName'), unit ? [...unit.above, unit.name].join(' › ') : ''], [say('column.address'), address ?? ''], [say('column.point'), point ? `${point.lng}, ${point.lat}` : '']].filter(([, text]) => text)
  return (
    <Panel title={say('desk.place')}>
      {rows.length === 0 ? <p className="inside muted">{say('desk.noPlace')}</p> : (
        <dl className="inside facts">{rows.map(([label, text]) => <div key={label} className="fact-row"><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      )}
    </Panel>
  )
}

const Review = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  if (view.review === 'none') return null
  return (
    <Panel title={say('column.review')} corner={<span className={view.review === 'late' ? 'tag late' : view.review === 'soon' ? 'tag warn' : 'tag done'}>{say(`review.${view.review}`)}</span>}>
      <div className="inside stack small">
        <p>{view.due ? say('review.due', { day: view.due }) : null}{view.reviewed ? <span className="muted"> · {say('review.last', { day: view.reviewed })}</span> : null}</p>
        <p className="muted">{view.reviewers.length > 0 ? say('review.by', { names: view.reviewers.join('、') }) : say('review.nobody')}</p>
        {view.head.review ? <p className="muted">{view.head.review}</p> : null}
      </div>
    </Panel>
  )
}

const Matters = ({ matters, count }: { matters: MatterLine[]; count: number }) => {
  const say = useRegister()
  return (
    <Panel title={say('desk.matters')} count={count || undefined}>
      {count === 0 ? <Empty icon="inbox" title={say('desk.noMatters')} hint={say('desk.mattersHint')} /> : (
        <ul>
          {matters.map(({ id, number, title, href, step, at }) => (
            <li key={id} className="line">
              <a className="line-title" href={href}>{title}</a>
              <p className="line-meta">{number} · {step} · <When at={at} ago /></p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const History = ({ lines }: { lines: HistoryLine[] }) => {
  const say = useRegister()
  return (
    <Panel title={say('history.title')} count={lines.length || undefined}>
      {lines.length === 0 ? <p className="inside muted">{say('history.none')}</p> : (
        <ol className="inside mini entry-history">
          {lines.map(({ id, at, who, what, reason, changes }) => (
            <li key={id} className="stack">
              <p><b>{what}</b> <span className="muted">{who} · <When at={at} /></span></p>
              {reason ? <p className="small">{say('history.why', { reason })}</p> : null}
              <Changes changes={changes} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

const Links = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  if (!view.publicHref) return null
  return (
    <p className="row">
      <a className="btn quiet small" href={view.publicHref}><Icon name="web" />{say('desk.publicPage')}</a>
      <a className="btn quiet small" href={view.qrHref}><Icon name="print" />{say('desk.qr')}</a>
    </p>
  )
}

/** An entry: what it says, where it lies, when it is looked at again, who changed it, and the matters about it. */
export const EntryPage = ({ view, words }: { view: EntryVM; words: RegisterWords }) => (
  <RegisterProvider words={words}>
    <main className="page register" id="main">
      <HeadPart view={view} />
      <Older view={view} />
      <div className="matter entry-grid">
        <div className="stack wide"><Facts view={view} /><Matters matters={view.matters} count={view.matters.length} /><History lines={view.history} /></div>
        <aside className="stack wide" aria-label={view.title}><Place view={view} /><Review view={view} /><Links view={view} /></aside>
      </div>
    </main>
  </RegisterProvider>
)

const Older = ({ view }: { view: EntryVM }) => {
  const say = useRegister()
  return view.older === undefined ? null : <Banner><p>{say('desk.older', { n: view.older, now: view.head.version })}</p></Banner>
}
