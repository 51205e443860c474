import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk } from '../../_server/page'

/** A page about keeping and forgetting: what somebody may not see is not found. */
export const retentionPage = async (path: string, body: (desk: Desk) => Promise<ReactNode>) => {
  const desk = await pageDesk(path)
  try {
    const [content, frame] = [await body(desk), await deskFrame(desk, { path, here: 'retention' })]
    return <DeskFrame frame={frame}>{content}</DeskFrame>
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  }
}
