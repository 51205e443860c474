import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { postTo, type Answer, type Resolve } from './post'
import { signatureOf } from './sign'

/** `key` stays the same however often a message is sent, so that the other side can tell doubles. */
export type HookPost = { address: string; secret: string; key: string; event: string; body: unknown; resolve?: Resolve }

/** Sends one signed message to another system and returns its answer. Errors: NotSent. */
export const sendToHook = ({ address, secret, key, event, body: message, resolve }: HookPost): Promise<Answer> => {
  const { WEBHOOK_ALLOW, WEBHOOK_HTTP } = env()
  const body = JSON.stringify(message)
  return postTo({
    address, body, allowed: { networks: WEBHOOK_ALLOW, http: WEBHOOK_HTTP },
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'street-portal-webhook/1',
      'idempotency-key': key,
      'x-portal-event': event,
      'x-portal-signature': signatureOf({ secret, at: now(), body }),
    },
    ...(resolve ? { resolve } : {}),
  })
}
