import type { ReactNode } from 'react'
import { t, tMaybe } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { NoticeDetail } from '../../../services/desk/noticeDetail'
import { Banner } from '../ui/Banner'
import { Panel } from '../ui/Panel'
import { ChainActs } from './ChainActs'
import { Findings } from './Findings'
import { ReadingPart } from './ReadingPart'
import { StateTag } from './StateTag'
import { Steps } from './Steps'

type Props = { lang: Lang; view: NoticeDetail; fault?: string | undefined; done?: string | undefined; /** The text, as its readers will see it. */ children: ReactNode }

/** One notice on its way: what it says, what the checker found, who reviewed what, and what may be done now. */
export const NoticeDetailPage = ({ lang, view, fault, done, children }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted"><a href="/desk/notices">{t(lang, 'publishing.title')}</a> · {view.column} · <StateTag lang={lang} state={view.state} level={view.level} /></p>
        <h1>{view.title || t(lang, 'publishing.untitled')}</h1>
      </div>
    </div>
    <div className="rule">
      <div className="stack wide">
        <Told lang={lang} view={view} fault={fault} done={done} />
        <article className="panel rule-text" aria-label={t(lang, 'publishing.asSeen')}>
          {view.works ? <p className="small muted">{t(lang, 'publishing.asSeen')}</p> : null}
          {children}
        </article>
        {view.facts.length > 0 ? <Panel title={t(lang, 'publishing.facts')}><dl className="inside cert">{view.facts.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></Panel> : null}
        {view.reading ? <ReadingPart lang={lang} view={view} reading={view.reading} /> : null}
      </div>
      {view.works ? <Work lang={lang} view={view} /> : null}
    </div>
  </main>
)

const Work = ({ lang, view }: Pick<Props, 'lang' | 'view'>) => (
  <div className="stack">
    <ChainActs lang={lang} view={view} />
    {view.findings.length > 0 ? <Findings lang={lang} findings={view.findings} /> : null}
    <Steps lang={lang} view={view} />
  </div>
)

/** What was done or stood in the way just now, and what there is to know before anything is done. */
const Told = ({ lang, view, fault, done }: Omit<Props, 'children'>) => (
  <>
    {fault ? <Banner tone="late" live="alert" title={tMaybe(lang, `publishing.fault.${fault}`) ?? t(lang, 'publishing.fault.failed')} /> : null}
    {done ? <Banner tone="done" live="status" title={tMaybe(lang, `publishing.done.${done}`) ?? t(lang, 'publishing.done.saved')} /> : null}
    {view.refused ? <Banner tone="plain" title={t(lang, `publishing.notYours.${view.refused}`)} /> : null}
    {view.publishAt ? <Banner tone="plain" title={t(lang, 'publishing.willBeOut', { at: view.publishAt })} /> : null}
  </>
)
