import type { BlockProps } from '@/components/site/blocks/types'
import { Solved } from '@/components/site/home/Solved'
import { t } from '@/i18n'

export const Figures = ({ block: { heading, unit }, data, ctx, id }: BlockProps<'figures'>) => {
  const title = heading || (unit ? t(ctx.lang, 'resident.solved.title') : undefined)
  return data.solved ? <Solved ctx={ctx} solved={data.solved} id={id} {...(title ? { title } : {})} /> : null
}
