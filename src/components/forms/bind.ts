import type { ChangeEventHandler, FocusEventHandler, RefCallback } from 'react'

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What joins an input to the live form. Without it the same markup is a plain form. */
export type Bound = { name: string; ref: RefCallback<Input>; onChange: ChangeEventHandler<Input>; onBlur: FocusEventHandler<Input> }
export type Bind = (name: string) => Bound

/** Name and handlers of an input, or its name alone. */
export const bound = (name: string, bind?: Bind): Bound | { name: string } => bind?.(name) ?? { name }
