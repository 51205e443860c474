// @vitest-environment happy-dom
import { act } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { words } from '../../../i18n'
import { PhotoChooser } from './PhotoChooser'

let root: Root | undefined

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})
afterEach(async () => {
  await act(async () => root?.unmount())
  document.body.replaceChildren()
})

const chooser = (max?: number) => <PhotoChooser id="f-photos" name="photos" accept="image/jpeg" max={max} words={words('zh', 'resident.chooser')} />

const open = async (max?: number): Promise<HTMLInputElement> => {
  document.body.innerHTML = `<form>${renderToString(chooser(max))}</form>`
  const form = document.querySelector('form')
  if (!form) throw new Error('no page')
  await act(async () => {
    root = hydrateRoot(form, chooser(max))
  })
  const input = document.querySelector('input')
  if (!input) throw new Error('no input')
  return input
}

const give = async (input: HTMLInputElement, count: number) => {
  const chosen = new DataTransfer()
  for (let at = 1; at <= count; at += 1) chosen.items.add(new File(['x'], `${at}.jpg`, { type: 'image/jpeg' }))
  await act(async () => {
    input.files = chosen.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

const told = (): string => document.querySelector('[role=alert]')?.textContent ?? ''
const shown = (): number => document.querySelectorAll('.photos img').length

describe('choosing photos', () => {
  it('shows what was chosen before it is sent', async () => {
    const input = await open(6)
    await give(input, 3)
    expect([shown(), told(), input.files?.length]).toEqual([3, '', 3])
  })

  it('leaves out at once what is too many, and names it', async () => {
    const input = await open(6)
    await give(input, 8)
    expect([shown(), input.files?.length]).toEqual([6, 6])
    expect(told()).toBe('最多再加6张，这些没有加上：7.jpg、8.jpg。要换，请重新选。')
    await give(input, 2)
    expect([shown(), told(), input.files?.length]).toEqual([2, '', 2])
  })

  it('takes all where there is no limit', async () => {
    const input = await open()
    await give(input, 9)
    expect([shown(), told(), input.files?.length]).toEqual([9, '', 9])
  })
})
