import type { Page } from 'playwright-core'

const MOST = 150

type Focused = { name: string; value: string; seen: boolean }

/** What has the focus: what it is called, its value, and whether the eye can tell. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const each = document.activeElement
    if (!(each instanceof HTMLElement)) return { name: '', value: '', seen: false }
    const control = each as HTMLInputElement
    const labels = [...(control.labels ?? [])].map((label) => label.textContent).join(' ')
    const marks = [each, ...(control.labels ?? []), each.parentElement].filter((one): one is HTMLElement => one instanceof HTMLElement)
    const seen = marks.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    return { name: (each.getAttribute('aria-label') ?? (labels || each.textContent) ?? '').replace(/\s+/g, ' ').trim(), value: control.value ?? '', seen }
  })

/** Presses Tab until something of that name has the focus. Fails with what was passed, or when the focus cannot be seen. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let turn = 0; turn < MOST; turn += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (name.test(here.name)) {
      if (!here.seen) throw new Error(`The focus on "${here.name}" cannot be seen`)
      return
    }
    passed.push(here.name.slice(0, 24))
  }
  throw new Error(`Tab never reached ${name}; it passed ${passed.join(' | ')}`)
}

/** Goes to a group of radio buttons by Tab and down to the one of that name. */
export const choose = async (page: Page, group: RegExp, name: RegExp): Promise<void> => {
  await tabTo(page, group)
  await page.keyboard.press('Space')
  for (let turn = 0; turn < 20 && !name.test((await focused(page)).name); turn += 1) await page.keyboard.press('ArrowDown')
  const { name: chosen } = await focused(page)
  if (!name.test(chosen)) throw new Error(`${name} is no choice of the group; the last was ${chosen}`)
}

/** Goes to a button or link by Tab, presses Enter, and waits for the page it leads to. */
export const follow = async (page: Page, name: RegExp, to?: RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  if (to) await page.waitForURL(to)
}
