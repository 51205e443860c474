import { notFound } from 'next/navigation'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RegisterEditor } from '@/components/studio/registers/RegisterEditor'
import { DomainError } from '@/domain/errors'
import { registerEditorView } from '@/services/registers/studio'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'

const Page = async ({ params }: { params: Promise<{ key: string }> }) => {
  const key = decodeURIComponent((await params).key)
  const path = `/admin/structure/registers/${encodeURIComponent(key)}`
  const desk = await pageStudio(path, ['structure.view', 'structure.edit'])
  const view = await registerEditorView(desk, key).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  })
  const can = { edit: desk.holds('structure.edit'), publish: desk.holds('structure.publish'), entries: desk.holds('register.view') || desk.holds('register.edit') }
  return (
    <StudioFrame frame={studioFrame(desk, { path, here: 'registers', crumbs: [{ name: desk.say(view.draft.name) }], speaks: ['registers', 'studioForms', 'form'] })}>
      <RegisterEditor view={view} can={can} />
    </StudioFrame>
  )
}

export default Page
