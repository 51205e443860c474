import { DomainError } from '@/domain/errors'

/** The title of something that may not be there, or not any more: its page says so, its title need not. */
export const titleOrNothing = async (find: () => Promise<string>): Promise<string> => {
  try {
    return await find()
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'notFound' || error.code === 'expired')) return ''
    throw error
  }
}
