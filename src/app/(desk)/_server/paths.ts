import { ownPath } from '@/domain/href'

/** Pages before the workbench: nobody is sent on to them. */
const ENTRY = /^\/desk\/(?:sign-|code|oidc)/
const STAFF = /^\/(?:desk|admin)(?:[/?#]|$)/

/** A path of the workbench or of the administration to go on to; anything else becomes the first screen, so that no link leads off. */
export const localPath = (given: string | null | undefined): string => {
  const path = given ? ownPath(given) : undefined
  return path && STAFF.test(path) && !ENTRY.test(path) && !path.startsWith('/admin/login') ? path : '/desk'
}
