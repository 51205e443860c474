import { fieldErrors } from '@/components/site/fieldErrors'
import { RATINGS, type EffortView, type FormView, type TrackView } from '@/components/site/types'
import type { FieldError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import type { Part, TrackFlash } from '@/services/site/track/act'
import type { TrackPageData } from '@/services/site/track/page'
import { withoutNone } from '@/services/site/withoutNone'

export type Tracking = { data: TrackPageData; lang: Lang; receiptCode: string; flash: TrackFlash | undefined; ask: boolean; done: string | undefined; effort?: EffortView }

/** The photo input of a part, at which its files' refusals stand. */
const PHOTO_FIELD: Partial<Record<Part, string>> = { confirm: 'photos', add: 'addPhotos' }

const refusals = ({ lang, flash }: Tracking, part: Part): { field: string; message: string }[] =>
  (flash?.refused ?? []).flatMap(({ name, code, params }) => {
    const fault: FieldError = { field: 'photos', code, ...(params ? { params } : {}) }
    const reason = fieldErrors(lang, [fault])[0]?.message ?? code
    return [{ field: PHOTO_FIELD[part] ?? 'photos', message: t(lang, 'resident.track.photoRefused', { name, reason }) }]
  })

const formOf = (tracking: Tracking, part: Part): FormView => {
  const { data, lang, receiptCode, flash } = tracking
  const mine = flash?.part === part
  return {
    action: '/do/track/act',
    hidden: { code: receiptCode, revision: String(data.revision) },
    errors: mine ? [...fieldErrors(lang, flash.errors), ...refusals(tracking, part)] : [],
    ...(tracking.effort ? { effort: tracking.effort } : {}),
  }
}

const typed = ({ flash }: Tracking, part: Part): string => (flash?.part === part ? flash.text : '')

const confirmOf = (tracking: Tracking): TrackView['confirm'] => {
  const { data, ask } = tracking
  const { solved, notSolved, reopen } = data.offers
  if (!notSolved && !reopen && !solved) return undefined
  return {
    form: formOf(tracking, 'confirm'),
    asking: Boolean(reopen) || (ask && Boolean(notSolved)),
    folded: Boolean(reopen) && !notSolved,
    reason: typed(tracking, 'confirm'),
    ...(data.silenceAt === undefined ? {} : { silenceAt: data.silenceAt }),
    reopenDays: data.reopenDays,
  }
}

const savedOf = ({ lang, done, flash }: Tracking): string | undefined => {
  if (flash && flash.photos.length > 0) return t(lang, 'resident.track.photosKept', { count: flash.photos.length })
  return done && !flash ? tMaybe(lang, `resident.done.${done}`) : undefined
}

/** What the tracking page shows, with the forms of what may be done now. */
export const trackView = (tracking: Tracking): TrackView => {
  const { data, flash } = tracking
  const given = RATINGS.find((mark) => mark === data.rating)
  return {
    ...data.view,
    ...withoutNone({
      saved: savedOf(tracking),
      confirm: confirmOf(tracking),
      rate: data.offers.rate ? { form: formOf(tracking, 'rate'), ...(given ? { given } : {}) } : undefined,
      add: data.mayAdd ? { form: formOf(tracking, 'add'), text: typed(tracking, 'add'), photosLeft: data.photosLeft, ...(data.offers.answer ? { needed: true } : {}) } : undefined,
      correct: data.own.mayCorrect ? { form: formOf(tracking, 'correct'), text: flash?.part === 'correct' ? flash.text : data.own.text } : undefined,
      erase: data.own.mayErase ? { form: formOf(tracking, 'erase') } : undefined,
      withdraw: data.offers.withdraw ? { form: formOf(tracking, 'withdraw'), reason: typed(tracking, 'withdraw') } : undefined,
    }),
  }
}
