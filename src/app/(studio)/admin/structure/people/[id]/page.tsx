import { notFound } from 'next/navigation'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { PersonPage } from '@/components/studio/people/PersonPage'
import { studioFrame } from '@/services/studio/frame'
import { personView } from '@/services/studio/people/person'
import { pageStudio } from '../../../../_server/page'

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const path = `/admin/structure/people/${encodeURIComponent(id)}`
  const desk = await pageStudio(path, ['people.view', 'people.edit'])
  if (!desk.model.people.has(id)) notFound()
  const view = await personView(desk, id)
  return <StudioFrame frame={studioFrame(desk, { path, here: 'memberships', crumbs: [{ name: view.name }], speaks: ['studioPeople'] })}><PersonPage view={view} /></StudioFrame>
}

export default Page
