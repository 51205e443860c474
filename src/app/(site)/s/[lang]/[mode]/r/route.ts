import { leadTo, type Asked } from '../../../../lib/door'

/** What a door code leads to: a report about this very place. */
export const GET = leadTo((_params, { searchParams }: Asked) => {
  const unit = searchParams.get('u')
  return unit ? `/report?u=${encodeURIComponent(unit)}` : '/report'
})
