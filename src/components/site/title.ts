import { t } from '../../i18n'
import type { Lang } from '../../domain/words'
import type { StepView } from './types'

/** What the window's title reads, the page first and the office last: "查进度 · 示例街道". */
export const pageTitle = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The title part of a report's step: "第2步，共6步：说地点 · 我要反映". */
export const stepTitle = (lang: Lang, { step, steps }: Pick<StepView, 'step' | 'steps'>): string =>
  pageTitle(t(lang, 'site.step.progress', { number: steps.indexOf(step) + 1, total: steps.length, name: t(lang, `site.step.${step}`) }), t(lang, 'site.step.title'))
