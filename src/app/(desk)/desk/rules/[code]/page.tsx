import { notFound } from 'next/navigation'
import { DeskFrame, RulePage } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { deskFrame } from '@/services/desk/frame'
import { ruleView } from '@/services/desk/rules'
import { pageDesk, searchOf, type Search } from '../../../_server/page'

const FAULTS = ['changed', 'refused', 'failed'] as const

const found = async (desk: Desk, code: string) => {
  try {
    return await ruleView(desk, code)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  }
}

const Page = async ({ params, searchParams }: { params: Promise<{ code: string }>; searchParams: Search }) => {
  const code = decodeURIComponent((await params).code)
  const path = `/desk/rules/${encodeURIComponent(code)}`
  const desk = await pageDesk(path)
  const given = (await searchOf(searchParams)).get('fault')
  const [view, frame] = await Promise.all([found(desk, code), deskFrame(desk, { path, here: 'rules' })])
  return <DeskFrame frame={frame}><RulePage lang={desk.lang} view={view} fault={FAULTS.find((fault) => fault === given)} /></DeskFrame>
}

export default Page
