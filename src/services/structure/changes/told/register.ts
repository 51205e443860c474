import type { RegisterDef } from '@/domain/registers/types'
import { t } from '@/i18n'
import { formTold } from './form'
import { joinedBy, namedIn, partsTold, saying, wordsOf, type Speaker, type Teller, type Told } from './told'

const LABELS = { intro: 'intro', subject: 'subject', titleQuestion: 'title', hoursQuestion: 'hours', grid: 'grid', symbol: 'symbol', review: 'review', viewers: 'viewers', editors: 'editors', open: 'open', matterTypes: 'types' } as const
type Own = keyof typeof LABELS

const titleText = ({ titleQuestion, pages }: RegisterDef, teller: Teller): string =>
  wordsOf(teller)(pages.flatMap(({ questions }) => questions).find(({ key }) => key === titleQuestion)?.label)

const reviewText = ({ review }: RegisterDef, teller: Teller): string => {
  if (!review) return ''
  const { lang } = teller
  const cycle = t(lang, `registers.cycle.${review.unit}`, { every: review.every, remindDays: review.remindDays })
  return review.post ? saying(teller)('reviewBy', { cycle, post: namedIn('posts', review.post, teller) }) : cycle
}

/** What differs between two versions of a register: what it is, who sees it, and field by field. */
export const registerTold = (before: RegisterDef, after: RegisterDef, teller: Teller): Told[] => {
  const { lang } = teller
  const named = (section: 'roles' | 'matterTypes', codes: readonly string[]) => joinedBy(teller)(codes.map((code) => namedIn(section, code, teller)))
  const who = (codes: readonly string[]) => named('roles', codes) || saying(teller)('whoeverMay')
  const speak: Record<Own, Speaker<RegisterDef>> = {
    intro: ({ intro }) => wordsOf(teller)(intro),
    subject: ({ subject }) => t(lang, `registers.subject.${subject}`),
    titleQuestion: (def) => titleText(def, teller),
    hoursQuestion: ({ hoursQuestion, pages }) => wordsOf(teller)(pages.flatMap(({ questions }) => questions).find(({ key }) => key === hoursQuestion)?.label),
    grid: ({ grid }) => t(lang, `registers.studio.gridLink.${grid}`),
    symbol: ({ symbol }) => (symbol ? t(lang, `registers.symbol.${symbol}`) : t(lang, 'registers.studio.symbolNone')),
    review: (def) => reviewText(def, teller),
    viewers: ({ viewers }) => who(viewers),
    editors: ({ editors }) => who(editors),
    open: ({ open }) => t(lang, open ? 'packages.value.yes' : 'packages.value.no'),
    matterTypes: ({ matterTypes }) => named('matterTypes', matterTypes),
  }
  const own = partsTold<RegisterDef>({ before, after, speak, label: (part) => t(lang, `registers.studio.${LABELS[part as Own]}`), teller })
  return [...own, ...formTold(before, after, teller)]
}
