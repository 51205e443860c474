import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

// Nothing of the browser's own may call out, or it would drown what the pages do.
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-domain-reliability',
]

/** The browser of the end-to-end tests. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: FLAGS })

export type WatchOptions = BrowserContextOptions & {
  /** The portal's address; a request to any other host is a fault. */
  baseURL: string
}

export type Watched = {
  context: BrowserContext
  page: Page
  /** What went wrong so far, one line each. */
  faults: () => string[]
  /** From now on, faults of this form are expected: "Failed to load resource: … 404" where a page must not exist. */
  expectFault: (pattern: RegExp) => void
  /** Closes the context and fails when anything went wrong in it. */
  close: () => Promise<void>
}

const LOCAL = /^(data|blob|about|chrome-error):/

const watchPage = (page: Page, tell: (fault: string) => void, isOwn: (url: string) => boolean) => {
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`console: ${message.text()} (${message.location().url || page.url()})`)
  })
  page.on('pageerror', (error) => tell(`page error: ${error.message} (${page.url()})`))
  page.on('websocket', (socket) => {
    if (!isOwn(socket.url().replace(/^ws/, 'http'))) tell(`left the host: ${socket.url()} (${page.url()})`)
  })
}

/** A context of its own with one page, which collects console errors, page errors and requests that leave the host. */
export const openContext = async (browser: Browser, options: WatchOptions): Promise<Watched> => {
  const { host } = new URL(options.baseURL)
  const isOwn = (url: string) => LOCAL.test(url) || new URL(url).host === host
  const faults: string[] = []
  const expected: RegExp[] = []
  const tell = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault)
  }
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  context.on('page', (page) => watchPage(page, tell, isOwn))
  context.on('request', (request) => {
    if (!isOwn(request.url())) tell(`left the host: ${request.url()}`)
  })
  const page = await context.newPage()
  return {
    context,
    page,
    faults: () => [...faults],
    expectFault: (pattern) => expected.push(pattern),
    close: async () => {
      await context.close()
      if (faults.length > 0) throw new Error(`The pages complained:\n${faults.join('\n')}`)
    },
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page: one line for each element, empty when there is nothing. `exclude`: selectors of parts that are not ours. */
export const axeFindings = async (page: Page, { exclude = [] }: { exclude?: string[] } = {}): Promise<string[]> => {
  const builder = exclude.reduce((axe, selector) => axe.exclude(selector), new AxeBuilder({ page }).withTags(TAGS))
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`))
}
