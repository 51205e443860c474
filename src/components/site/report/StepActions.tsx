import type { ReactNode } from 'react'
import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import type { SiteContext, StepView } from '../types'

/** Named after what follows. */
const nextWords = (ctx: SiteContext, { next }: StepView): string => (next ? t(ctx.lang, 'site.step.next', { name: next }) : t(ctx.lang, 'common.action.next'))

export type StepActionsProps = { ctx: SiteContext; step: StepView; /** Stays on this step, so that the next one is not named. */ stays?: boolean; children?: ReactNode }

/** The one red button that goes on, other ways beside it, and how long the draft lives. */
export const StepActions = ({ ctx, step, stays, children }: StepActionsProps) => (
  <div className="actions">
    <SubmitButton tone="main" name="do" value="next">
      {stays ? t(ctx.lang, 'common.action.next') : nextWords(ctx, step)}
    </SubmitButton>
    {children}
    <p className="small muted">{t(ctx.lang, 'site.step.draft', { hours: step.draftHours })}</p>
  </div>
)
