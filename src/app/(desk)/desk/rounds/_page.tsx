import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import { deskFrame } from '@/services/desk/frame'
import type { Desk } from '@/services/desk/desk'
import { needRound, type Round } from '@/services/routines/rounds/read'
import { pageDesk } from '../../_server/page'

type Asked<P> = { desk: Desk; round: Round; params: P }

/** A page below a round. What may not be seen is not found. */
export const roundPage = <P extends { id: string }>(path: (params: P) => string, body: (asked: Asked<P>) => Promise<ReactNode>) => async ({ params: given }: { params: Promise<P> }) => {
  const params = await given
  const here = path(params)
  const desk = await pageDesk(here)
  try {
    const round = await needRound(desk, params.id)
    const [frame, page] = await Promise.all([deskFrame(desk, { path: here, here: 'rounds' }), body({ desk, round, params })])
    return <DeskFrame frame={frame}>{page}</DeskFrame>
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  }
}
