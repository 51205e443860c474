import { notFound } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { BookingsPage } from '@/components/desk/bookings/BookingsPage'
import { dayView } from '@/services/booking/day'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  const asked = (name: string) => given.get(name) ?? undefined
  const desk = await pageDesk('/desk/bookings')
  if (!desk.holds('booking.run')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk/bookings', here: 'bookings' }), dayView(desk, { counter: asked('counter'), date: asked('date') })])
  return <DeskFrame frame={frame}><BookingsPage lang={desk.lang} view={view} fault={asked('fault')} done={asked('done')} /></DeskFrame>
}

export default Page
