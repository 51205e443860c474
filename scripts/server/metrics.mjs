import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { allowList } from './requests.mjs'

/** Set by src/services/metrics: what only the portal itself knows. */
const FIGURES = Symbol.for('portal.figures')

const BUCKETS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]

// What a request is counted under. A closed list: no path of a request ever becomes a label.
const AREAS = [
  ['files', /^\/(?:_next\/|favicon|icon|manifest|robots\.txt|sw\.js|maplibre\/)/],
  ['health', /^\/(?:healthz|readyz|metrics)(?:[/?#]|$)/],
  ['desk', /^\/desk(?:[/?#]|$)/],
  ['studio', /^\/admin\/structure(?:[/?#]|$)/],
  ['admin', /^\/admin(?:[/?#]|$)/],
  ['api', /^\/api(?:[/?#]|$)/],
]

/** The part of the portal that a request is for, by its address. */
export const areaOf = (url = '/') => AREAS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'site'

const statusClass = (status) => (status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : 'none')

/** Counts requests and their durations. `count` is called with each answer. */
export const makeMetrics = ({ process: withProcess = true } = {}) => {
  const register = new Registry()
  if (withProcess) collectDefaultMetrics({ register, prefix: 'portal_' })
  const requests = new Counter({ name: 'portal_http_requests_total', help: 'Requests by part of the portal and class of status', labelNames: ['area', 'status'], registers: [register] })
  const durations = new Histogram({ name: 'portal_http_request_duration_seconds', help: 'Seconds until an answer was complete, by part of the portal', labelNames: ['area'], buckets: BUCKETS, registers: [register] })
  const gauges = new Map()
  const gauge = ({ name, help, label, values }) => {
    const known = gauges.get(name) ?? new Gauge({ name, help, labelNames: label ? [label] : [], registers: [register] })
    gauges.set(name, known)
    known.reset()
    for (const { of, value } of values) known.set(label ? { [label]: of } : {}, value)
  }
  return {
    count: ({ url, status, seconds }) => {
      const area = areaOf(url)
      requests.inc({ area, status: statusClass(status) })
      durations.observe({ area }, seconds)
    },
    /** Everything in the format that monitoring systems read. */
    text: async () => {
      for (const figure of (await globalThis[FIGURES]?.()) ?? []) gauge(figure)
      return register.metrics()
    },
    contentType: register.contentType,
  }
}

const digest = (text) => createHash('sha256').update(text).digest()

const tokenFits = (given, token) => Boolean(token) && timingSafeEqual(digest(given), digest(`Bearer ${token}`))

/**
 * Who may read the figures: whoever comes from one of the networks, or sends the token. Behind a proxy that nobody told the portal of
 * (`relayed`), everybody seems to come from this machine: the address then proves nothing.
 */
export const mayRead = ({ METRICS_ALLOW, METRICS_TOKEN }) => {
  const inNetworks = METRICS_ALLOW.length === 0 ? () => false : allowList(METRICS_ALLOW)
  return ({ address, relayed, authorization = '' }) => (!relayed && inNetworks(address)) || tokenFits(authorization, METRICS_TOKEN)
}

export const isMetrics = (url = '') => /^\/metrics(?:\?|$)/.test(url)
