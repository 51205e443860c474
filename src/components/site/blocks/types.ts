import type { BlockType, LoadedOf } from '@/services/site/blocks/types'
import type { SiteContext } from '../types'

/** What a block's component is given. `main`: the filled red surface of the page is this block's to have. */
export type BlockProps<T extends BlockType> = Pick<LoadedOf<T>, 'block' | 'data'> & { ctx: SiteContext; id: string; main: boolean }
