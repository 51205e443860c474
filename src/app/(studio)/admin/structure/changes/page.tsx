import { Changes } from '@/components/studio/changes/Changes'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { t } from '@/i18n'
import { changesView } from '@/services/structure/changes/list'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/changes'

type Asked = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const given = (asked: Asked, keys: readonly string[]): Record<string, string> => Object.fromEntries(keys.flatMap((key) => { const value = one(asked[key]); return value ? [[key, value]] : [] }))

const Page = async ({ searchParams }: { searchParams: Promise<Asked> }) => {
  const asked = await searchParams
  const desk = await pageStudio(PATH, ['structure.view'])
  const view = await changesView(desk, given(asked, ['person', 'table', 'from', 'until', 'after']))
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'changes', speaks: ['packages'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'packages.changes.title')}</h1><p>{t(desk.lang, 'packages.changes.lead')}</p></div></div>
      <Changes view={view} {...given(asked, ['open'])} />
    </StudioFrame>
  )
}

export default Page
