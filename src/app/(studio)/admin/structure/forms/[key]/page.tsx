import { notFound } from 'next/navigation'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { FormEditor } from '@/components/studio/forms/FormEditor'
import { DomainError } from '@/domain/errors'
import { formView } from '@/services/studio/forms/view'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'

const Page = async ({ params }: { params: Promise<{ key: string }> }) => {
  const key = decodeURIComponent((await params).key)
  const path = `/admin/structure/forms/${encodeURIComponent(key)}`
  const desk = await pageStudio(path, ['structure.view', 'structure.edit'])
  const view = await formView(desk, key).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  })
  return (
    <StudioFrame frame={studioFrame(desk, { path, here: 'forms', crumbs: [{ name: desk.say(view.draft.name) }], speaks: ['studioForms', 'form'] })}>
      <FormEditor view={view} can={{ edit: desk.holds('structure.edit'), publish: desk.holds('structure.publish') }} />
    </StudioFrame>
  )
}

export default Page
