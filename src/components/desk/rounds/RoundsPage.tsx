import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { RoundLine, RoundsVM } from '../../../services/routines/rounds/view'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { Progress } from './Progress'

type LineProps = { lang: Lang; line: RoundLine }

const facts = (lang: Lang, line: RoundLine): string => [
  line.register, t(lang, 'routines.rounds.opened', { date: line.opened }), t(lang, 'routines.rounds.for', { who: line.who ?? t(lang, 'routines.rounds.everybody') }),
  line.finished ? t(lang, 'routines.rounds.finishedAt', { date: line.finished }) : line.due ? t(lang, 'routines.rounds.due', { date: line.due }) : '',
].filter(Boolean).join(' · ')

const Line = ({ lang, line }: LineProps) => (
  <li className="line round-line">
    <a className="line-title" href={line.href}>{line.title}</a>
    <p className="line-meta">{facts(lang, line)}</p>
    <div className="line-end">
      {line.late ? <span className="tag late">{t(lang, 'routines.rounds.late')}</span> : null}
      <Progress done={line.done} total={line.total} text={t(lang, 'routines.rounds.progress', { done: line.done, total: line.total })} />
    </div>
  </li>
)

const List = ({ lang, title, lines, empty }: { lang: Lang; title: string; lines: RoundLine[]; empty?: string }) => (
  <Panel title={title} count={lines.length}>
    {lines.length === 0 && empty ? <Empty icon="check" title={empty} /> : <ul>{lines.map((line) => <Line key={line.id} lang={lang} line={line} />)}</ul>}
  </Panel>
)

/** Open rounds, one's own first, and those finished lately. */
export const RoundsPage = ({ lang, view: { mine, others, finished } }: { lang: Lang; view: RoundsVM }) => (
  <main className="page rounds stack" id="main">
    <div className="page-head"><div><h1>{t(lang, 'routines.rounds.title')}</h1><p className="muted">{t(lang, 'routines.rounds.lead')}</p></div></div>
    <List lang={lang} title={t(lang, 'routines.rounds.mine')} lines={mine} empty={t(lang, 'routines.rounds.noneMine')} />
    {others.length > 0 ? <List lang={lang} title={t(lang, 'routines.rounds.all')} lines={others} /> : null}
    {finished.length > 0 ? <List lang={lang} title={t(lang, 'routines.rounds.finishedList')} lines={finished} /> : null}
  </main>
)
