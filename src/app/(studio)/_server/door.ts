import type { Permission } from '@/domain/access/types'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { door, type Params } from '../../(desk)/_server/door'

type Asked<P> = { desk: Desk; request: Request; url: URL; params: P }

/** A JSON door of the structure editors: session, same site for writes, one error shape; `notAllowed` without one of the rights. */
export const studioDoor = <P extends Params = Params>(needs: readonly Permission[], run: (asked: Asked<P>) => Promise<unknown>) =>
  door<P>((asked) => {
    if (!needs.some(asked.desk.holds)) throw new DomainError('notAllowed')
    return run(asked)
  })
