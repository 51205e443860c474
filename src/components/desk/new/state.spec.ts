import { describe, expect, it } from 'vitest'
import { newMatter } from '../desk.fixture'
import { emptySheet, encodeSheet, sheetFaults, typeOf } from './state'

const view = newMatter()

describe('a sheet', () => {
  it('says what is missing', () => {
    const sheet = { ...emptySheet(view), category: 'c1' }
    expect(sheetFaults(sheet, typeOf(view, 'c1'))).toEqual({ text: 'required', unit: 'required' })
    expect(sheetFaults({ ...sheet, text: '路灯不亮', unit: { id: 'u', name: '东片', above: [] } }, typeOf(view, 'c1'))).toEqual({})
    expect(sheetFaults({ ...emptySheet(view), text: '路灯' }, typeOf(view, ''))).toEqual({ category: 'required' })
  })

  it('sends no contact where none was given, and no empty words', () => {
    const sheet = { ...emptySheet(view), text: ' 路灯不亮 ', category: 'c1', contact: { name: ' ', phone: '', email: '', callback: true, callbackWish: '晚上' } }
    expect(encodeSheet(sheet, 'k')).toEqual({ key: 'k', source: 's1', text: '路灯不亮', title: undefined, category: 'c1', unit: undefined, address: undefined, answers: {}, contact: undefined })
  })

  it('sends the contact that was given', () => {
    const sheet = { ...emptySheet(view), contact: { name: '', phone: ' 010 ', email: '', callback: true, callbackWish: ' 晚上 ' } }
    expect(encodeSheet(sheet, 'k').contact).toEqual({ name: undefined, phone: '010', email: undefined, callback: true, callbackWish: '晚上' })
  })

  it('keeps the source for the next call', () => {
    expect(emptySheet(view, 's2')).toMatchObject({ source: 's2', text: '', photos: [] })
  })
})
