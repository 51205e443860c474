export type * from '@/services/desk/view'
export { CLOCK_FILTERS, QUEUE_SORTS } from '@/domain/matter/queue'
