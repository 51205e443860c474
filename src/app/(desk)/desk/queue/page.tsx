import { redirect } from 'next/navigation'
import { DeskFrame, Queue } from '@/components/desk'
import { parseQuery } from '@/components/desk/queue/query'
import { deskFrame } from '@/services/desk/frame'
import { teamRef } from '@/services/desk/names'
import { queueOptions, readQueuePage } from '@/services/desk/queue'
import { listViews } from '@/services/desk/views'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const PATH = '/desk/queue'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  const path = given.size > 0 ? `${PATH}?${given.toString()}` : PATH
  const desk = await pageDesk(path)
  // Who sees no matters has no list of them: their first page says where their work is.
  if (!desk.holds('matter.view')) redirect('/desk')
  const query = parseQuery(given)
  const [frame, page, views, options] = await Promise.all([
    deskFrame(desk, { path, here: 'queue', search: query.text }), readQueuePage(desk, { query }), listViews(desk), queueOptions(desk, query),
  ])
  const view = {
    query, page, views, options, href: PATH,
    can: { assign: desk.holds('matter.assign') || desk.holds('matter.route'), tag: desk.holds('matter.tag'), saveView: true },
    teams: desk.acting.teams.flatMap((id) => teamRef(desk, id) ?? []),
    ...(desk.holds('matter.create') ? { newHref: '/desk/new' } : {}),
  }
  return <DeskFrame frame={frame}><Queue view={view} /></DeskFrame>
}

export default Page
