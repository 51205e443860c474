import { notFound } from 'next/navigation'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RoutineEditor } from '@/components/studio/routines/RoutineEditor'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { routineView } from '@/services/routines/editor'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../../_server/page'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const NEW = 'new'

const Page = async ({ params, searchParams }: Props) => {
  const key = decodeURIComponent((await params).key)
  const path = `/admin/structure/routines/${encodeURIComponent(key)}`
  const desk = await pageStudio(path, ['structure.view', 'structure.edit'])
  const view = await routineView(desk, key === NEW ? undefined : key).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  })
  const name = view.line ? desk.say(view.line.name) : t(desk.lang, 'routines.edit.new')
  return (
    <StudioFrame frame={studioFrame(desk, { path, here: 'routines', crumbs: [{ name }], speaks: ['routines', 'form'] })}>
      <RoutineEditor view={view} saved={(await searchParams).saved !== undefined} />
    </StudioFrame>
  )
}

export default Page
