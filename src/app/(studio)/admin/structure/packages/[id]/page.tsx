import { notFound } from 'next/navigation'
import { ImportPage } from '@/components/studio/packages/ImportPage'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { IMPORT_RIGHTS } from '@/services/structure/package/allowed'
import { importView, type ImportView } from '@/services/structure/package/importView'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'

const PATH = '/admin/structure/packages'

const viewOrNot = (desk: Desk, id: string): Promise<ImportView> =>
  importView(desk, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  })

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const desk = await pageStudio(`${PATH}/${id}`, IMPORT_RIGHTS)
  const view = await viewOrNot(desk, id)
  return (
    <StudioFrame frame={studioFrame(desk, { path: `${PATH}/${id}`, here: 'packages', crumbs: [{ name: t(desk.lang, 'packages.import.heading') }], speaks: ['packages'] })}>
      <ImportPage first={view} />
    </StudioFrame>
  )
}

export default Page
