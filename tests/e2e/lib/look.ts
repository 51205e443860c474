import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Widths a page is looked at: a small phone, a tablet, a desk. Axe looks at the two ends, between which nothing new appears. */
const WIDTHS = [{ width: 360, axe: true }, { width: 768, axe: false }, { width: 1280, axe: true }] as const

const FOLDER = path.resolve(import.meta.dirname, '../../../test-results/pages')

/** LOOK=1 keeps a picture of every page at every width, for people to look at. */
const KEEPS_PICTURES = process.env.LOOK === '1'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Asked = { exclude: readonly string[]; rules: RunOptions }
type WithAxe = typeof globalThis & { axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> } }

type Looking = {
  /** Of the pictures, and in what is told. */
  name: string
  /** Selectors of parts that are not ours. */
  exclude?: readonly string[]
  /** Whether good practice is asked for beside the criteria of WCAG. */
  good?: boolean
  /** The narrowest window it must fit into, where that is not the narrowest of all. */
  fitsFrom?: number
}

/** What axe finds on the open page as it stands now: one line an element. It must have been brought in before. */
const findings = async (page: Page, { exclude = [], good = true }: Looking): Promise<string[]> => {
  const asked: Asked = { exclude, rules: { runOnly: good ? [...WCAG, 'best-practice'] : WCAG, resultTypes: ['violations'] } }
  const { violations } = await page.evaluate(({ exclude: out, rules }: Asked) => (globalThis as WithAxe).axe.run({ exclude: [...out] }, rules), asked)
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`))
}

const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth: window, scrollWidth: content } = document.documentElement
    if (content <= window) return []
    const out = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > window + 1)
    return out.slice(0, 3).map((each) => `reaches out of the window: ${each.tagName.toLowerCase()}.${each.className}`).concat(`${content} px wide in a window of ${window}`)
  })

const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  await page.screenshot({ path: path.join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 70, fullPage: true })
}

/** Looks at the open page at every width, and resolves with what is wrong, one line each. */
const look = async (page: Page, looking: Looking): Promise<string[]> => {
  const { name, fitsFrom = 0 } = looking
  // Once for each page: bringing it in takes as long as running it.
  await page.evaluate(axe.source)
  const faults: string[] = []
  for (const { width, axe: asksAxe } of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const found = [...(width >= fitsFrom ? await overflow(page) : []), ...(asksAxe ? await findings(page, looking) : [])]
    faults.push(...found.map((fault) => `${name} at ${width}: ${fault}`))
    if (KEEPS_PICTURES) await picture(page, `${name}-${width}`)
  }
  return faults
}

/** What a page's pictures are called. */
export const nameOf = (place: string): string => place.replace(/^\//, '').replace(/\?.*/, '-asked').replace('*', 'one').replaceAll('/', '-') || 'home'

type Opening = { prefix: string; place: string; from?: string }

/** Opens a page; a place that ends in an asterisk is the first page that its list, or the page `from`, leads to. */
const openPlace = async (page: Page, { prefix, place, from }: Opening): Promise<void> => {
  const leads = place.endsWith('/*')
  await page.goto(prefix + (leads ? (from ?? place.replace('/*', '')) : place || '/'))
  if (!leads) return
  const link = page.locator(`a[href^="${prefix}${place.replace('*', '')}"]:not([href$="/create"])`).first()
  await page.goto((await link.getAttribute('href', { timeout: 10_000 })) ?? '')
}

export type Places = Omit<Looking, 'name'> & {
  places: readonly string[]
  prefix?: string
  /** The page whose first link is followed, where a place ends in an asterisk. */
  from?: string
  name?: (place: string) => string
  /** Resolves once a page that is drawn in the browser is there. */
  ready?: (page: Page) => Promise<void>
}

/** Looks at several pages, one after the other. */
export const lookAll = async (page: Page, { places, prefix = '', from, name = nameOf, ready, ...looking }: Places): Promise<string[]> => {
  const faults: string[] = []
  for (const place of places) {
    await openPlace(page, { prefix, place, from })
    await ready?.(page)
    faults.push(...(await look(page, { ...looking, name: name(place) })))
  }
  return faults
}
