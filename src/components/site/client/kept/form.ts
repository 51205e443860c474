'use client'
import { now } from '../../../../lib/clock'
import { newSending, type KeptPage } from './record'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** What a person wrote or chose; hidden fields and buttons say nothing of it. */
const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isControl).filter(({ name, type }) => name !== '' && !['hidden', 'submit', 'button'].includes(type))

/** The form as it stands, to be kept. `before`: what was kept of it, whose button still counts. */
export const pageOf = (form: HTMLFormElement, door: string, before?: KeptPage): KeptPage => {
  const entries = [...new FormData(form)].filter(([name]) => name !== 'sending')
  const draft = entries.find(([name]) => name === 'draft')?.[1]
  return {
    door,
    action: new URL(form.action).pathname,
    page: window.location.pathname + window.location.search,
    draft: typeof draft === 'string' ? draft : 'new',
    sending: before?.sending ?? newSending(),
    fields: entries.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
    files: entries.flatMap(([name, value]): [string, File][] => (value instanceof File && (value.name !== '' || value.size > 0) ? [[name, value]] : [])),
    ...(before?.act ? { act: before.act } : {}),
    keptAt: now(),
  }
}

/** The pressed button as its form would send it; "go on" where Enter was pressed. */
export const actOf = (submitter: HTMLElement | null): [string, string] =>
  submitter instanceof HTMLButtonElement && submitter.name !== '' ? [submitter.name, submitter.value] : ['do', 'next']

// React watches `value` on the element itself; written through the prototype, its own listeners hear of the change.
const write = (control: Control, value: string): void => {
  const owner = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : control instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}

const fillFiles = (control: HTMLInputElement, files: File[]): boolean => {
  if (files.length === 0 || control.files?.length) return false
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  control.files = transfer.files
  control.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

const fillChoice = (control: HTMLInputElement, values: string[]): boolean => {
  const chosen = values.includes(control.value)
  // A radio button is taken back by choosing another.
  const differs = control.checked !== chosen && (chosen || control.type === 'checkbox')
  if (differs) control.click()
  return differs
}

const fillText = (control: Control, [value]: string[]): boolean => {
  if (value === undefined || value === control.value) return false
  write(control, value)
  return true
}

const of = <T>(entries: readonly [string, T][], control: Control): T[] => entries.flatMap(([name, value]) => (name === control.name ? [value] : []))

const fillOne = (control: Control, { fields, files }: KeptPage): boolean => {
  if (!(control instanceof HTMLInputElement)) return fillText(control, of(fields, control))
  if (control.type === 'file') return fillFiles(control, of(files, control))
  if (control.type === 'radio' || control.type === 'checkbox') return fillChoice(control, of(fields, control))
  return fillText(control, of(fields, control))
}

/** Fills in what was kept. True when anything was not there already. */
export const fillIn = (form: HTMLFormElement, kept: KeptPage): boolean => controlsOf(form).map((control) => fillOne(control, kept)).includes(true)

/** Sends the form as a browser without scripts does, with its pressed button. */
export const sendPlainly = (form: HTMLFormElement, { act: [name, value] = ['do', 'next'] }: KeptPage): void => {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  form.submit()
}
