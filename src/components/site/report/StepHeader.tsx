import { t } from '../../../i18n'
import { Icon } from '../../ui/Icon'
import type { SiteContext, StepView } from '../types'

/** "第 1 步,共 6 步", the same as a line of marks, and the way back. */
export const StepHeader = ({ ctx: { lang, href }, step: { step, steps, backPath } }: { ctx: SiteContext; step: StepView }) => {
  const here = steps.indexOf(step)
  return (
    <div>
      {backPath && (
        <a className="onward onward-back" href={href(backPath)}>
          <Icon name="back" />
          {t(lang, 'common.action.back')}
        </a>
      )}
      <p className="small muted">{t(lang, 'site.step.progress', { number: here + 1, total: steps.length, name: t(lang, `site.step.${step}`) })}</p>
      <ol className="step-line" aria-hidden="true">
        {steps.map((each, index) => (
          <li key={each} className={stepClass(index - here)} />
        ))}
      </ol>
    </div>
  )
}

const stepClass = (offset: number): string | undefined => {
  if (offset === 0) return 'step-now'
  return offset < 0 ? 'step-was' : undefined
}
