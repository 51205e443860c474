/** A browser without a window: it keeps cookies, names its origin, and follows nothing by itself. */
export type Visitor = {
  get: (path: string) => Promise<Response>
  /** Posts a plain form; files make it multipart. */
  post: (path: string, fields: Record<string, string> | FormData) => Promise<Response>
  postJson: (path: string, body: unknown) => Promise<Response>
  patchJson: (path: string, body: unknown) => Promise<Response>
  /** The cookies it keeps, for a browser with a window that goes on from here. */
  cookies: () => { name: string; value: string; url: string }[]
}

export const visit = (baseURL: string): Visitor => {
  const jar = new Map<string, string>()
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: baseURL, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) }
    return keep(await fetch(new URL(path, baseURL), { ...init, headers, redirect: 'manual' }))
  }
  return {
    get: (path) => ask(path),
    post: (path, fields) => ask(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
    postJson: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    patchJson: (path, body) => ask(path, { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url: baseURL })),
  }
}

/** Where a plain form leads; fails with the answer's text when it leads nowhere. */
export const leadsTo = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer
  const location = response.headers.get('location')
  if (response.status !== 303 || location === null) throw new Error(`${response.url} answered ${response.status}: ${(await response.text()).slice(0, 600)}`)
  return location
}
