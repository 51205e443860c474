/** The shape of a form, as `forms` publishes it: the same in structure packages, the editor and the store. */
export { formDefSchema as formDef } from '../forms/schema'
