import { notFound } from 'next/navigation'
import type { Permission } from '@/domain/access/types'
import type { Desk } from '@/services/desk/desk'
import { pageDesk } from '../../(desk)/_server/page'

/** The signed-in person for a page of the structure editors at `path`. Not found for whoever holds none of the rights it needs. */
export const pageStudio = async (path: string, needs: readonly Permission[] = ['structure.view']): Promise<Desk> => {
  const desk = await pageDesk(path)
  if (!needs.some(desk.holds)) notFound()
  return desk
}
