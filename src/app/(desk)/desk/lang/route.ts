import { LANG_COOKIE } from '../../_server/lang'
import { goTo } from '../../_server/forms'
import { localPath } from '../../_server/paths'

const YEAR = 31_536_000

/** GET ?to=zh|en&back=<path>: keeps the language of the workbench, and goes back. */
export const GET = (request: Request): Response => {
  const { searchParams } = new URL(request.url)
  const back = searchParams.get('back') ?? ''
  const to = searchParams.get('to') === 'en' ? 'en' : 'zh'
  return goTo(localPath(back), [`${LANG_COOKIE}=${to}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`])
}
