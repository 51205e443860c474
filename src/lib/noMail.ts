import type { EmailAdapter } from 'payload'

/** The portal sends no mail by itself: a lost password is set anew by a person who may. */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'portal',
  sendEmail: () => Promise.reject(new Error('this portal sends no mail')),
})
