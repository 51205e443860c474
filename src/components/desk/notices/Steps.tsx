import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { NoticeDetail, StepLine } from '../../../services/desk/noticeDetail'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'

/** Everything that was done with it, the newest first; what was said of another text shows what differs since. */
export const Steps = ({ lang, view }: { lang: Lang; view: NoticeDetail }) => (
  <Panel title={t(lang, 'publishing.steps')} count={view.steps.length}>
    {view.steps.length === 0 ? <Empty icon="list" title={t(lang, 'publishing.noSteps')} /> : <ul>{view.steps.map((step) => <Step key={step.id} lang={lang} step={step} />)}</ul>}
  </Panel>
)

const Step = ({ lang, step }: { lang: Lang; step: StepLine }) => (
  <li className="told">
    <p><b>{t(lang, `publishing.did.${step.act}`, { n: step.level })}</b> · {step.who}</p>
    <p className="line-meta">{step.at}{step.other ? ` · ${t(lang, 'publishing.other')}` : ''}</p>
    {step.note ? <p className="pre">{step.note}</p> : null}
    {step.differs && step.differs.length > 0 ? (
      <details>
        <summary>{t(lang, 'publishing.differs', { n: step.differs.length })}</summary>
        <ul className="diff">
          {step.differs.map(({ how, text }, at) => <li key={at}>{how === 'out' ? <del>{text}</del> : <ins>{text}</ins>}</li>)}
        </ul>
      </details>
    ) : null}
  </li>
)
