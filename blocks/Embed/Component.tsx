import type { ReactNode } from 'react'
import type { BlockProps } from '@/components/site/blocks/types'

/** Another page's blocks among these, under its title where one is wanted. The map of components draws them. */
export const Embed = ({ block: { heading }, children }: Pick<BlockProps<'embed'>, 'block'> & { children: ReactNode }) => (
  <div className="block-embed">
    {heading ? <h2 className="block-embed-title">{heading}</h2> : null}
    {children}
  </div>
)
