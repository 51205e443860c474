import { notFound } from 'next/navigation'
import { FlowEditor } from '@/components/studio/flow/FlowEditor'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { DomainError } from '@/domain/errors'
import { flowView } from '@/services/studio/flow/view'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'

const Page = async ({ params }: { params: Promise<{ key: string }> }) => {
  const key = decodeURIComponent((await params).key)
  const path = `/admin/structure/workflows/${encodeURIComponent(key)}`
  const desk = await pageStudio(path, ['structure.view', 'structure.edit'])
  const view = await flowView(desk, key).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  })
  return (
    <StudioFrame frame={studioFrame(desk, { path, here: 'workflows', crumbs: [{ name: desk.say(view.draft.name) }], speaks: ['studioFlow'] })}>
      <FlowEditor view={view} can={{ edit: desk.holds('structure.edit'), publish: desk.holds('structure.publish') }} />
    </StudioFrame>
  )
}

export default Page
