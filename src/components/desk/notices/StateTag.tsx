import { t } from '../../../i18n'
import type { State } from '../../../domain/publishing/chain'
import type { Lang } from '../../../domain/words'

const TONES: Partial<Record<State, string>> = { published: 'done', review: 'warn', approved: 'warn', scheduled: 'warn', withdrawn: 'late' }

/** Where a notice stands, in a word. */
export const StateTag = ({ lang, state, level }: { lang: Lang; state: State; level: number }) => (
  <span className={`tag ${TONES[state] ?? ''}`.trim()}>{state === 'review' ? t(lang, 'publishing.inReview', { n: t(lang, `publishing.level.${level === 3 ? 3 : level === 2 ? 2 : 1}`) }) : t(lang, `publishing.state.${state}`)}</span>
)
