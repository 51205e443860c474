import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { NoticeDetail, Reading } from '../../../services/desk/noticeDetail'
import { Banner } from '../ui/Banner'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'

/** The confirmation of a notice for the staff; for those who work on notices also who has read it and who has not. */
export const ReadingPart = ({ lang, view, reading }: { lang: Lang; view: NoticeDetail; reading: Reading }) => (
  <>
    {reading.done ? <Banner tone="done" title={t(lang, 'publishing.readOn', { at: reading.done })} /> : null}
    {reading.asked ? (
      <form className="panel rule-sign" method="post" action={`${view.href}/read`}>
        <h2>{t(lang, 'publishing.askRead')}</h2>
        <p className="hint">{t(lang, 'publishing.askReadWhy')}</p>
        <input type="hidden" name="edition" value={reading.edition} />
        <button className={view.works ? 'btn' : 'btn main'} type="submit"><Icon name="check" />{t(lang, 'publishing.haveRead')}</button>
      </form>
    ) : null}
    {reading.people ? (
      <Panel title={t(lang, 'publishing.readers')} count={t(lang, 'publishing.readersCount', { done: reading.people.filter(({ done }) => done).length, all: reading.people.length })}>
        <ul>{reading.people.map(({ name, done }, at) => <li className="told" key={`${name} ${at}`}>{name} {done ? <span className="muted">{done}</span> : <span className="tag warn">{t(lang, 'publishing.notYet')}</span>}</li>)}</ul>
      </Panel>
    ) : null}
  </>
)
