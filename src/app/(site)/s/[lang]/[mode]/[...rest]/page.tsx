import { DomainError } from '@/domain/errors'
import { sitePage } from '../../../../lib/sitePage'

export default sitePage(() => Promise.reject(new DomainError('notFound')))
