import type { Endpoint } from 'payload'
import { recordRequestRefusal } from '@/services/audit/ofRequests'
import { errorResponse, readJson } from '@/services/http'
import { actOnMatter } from '@/services/matters/act'
import { staffOf } from '@/services/matters/actor'
import { transitionMatter } from '@/services/matters/transition'
import { DomainError } from '@/domain/errors'
import { fromBrowserHere } from '@/services/session/sameSite'

const recordIn = (value: unknown): Record<string, unknown> => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {})

const revisionIn = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new DomainError('invalid', {}, [{ field: 'expectedRevision', code: 'required' }])
  return value
}

/** POST /api/matters/:id/transition {action, input, expectedRevision}: the only door of staff that changes a step. */
export const transitionEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/transition',
  method: 'post',
  handler: async (req) => {
    try {
      fromBrowserHere(req)
      const body = await readJson(req)
      const matter = await transitionMatter({
        payload: req.payload, matter: String(req.routeParams?.id ?? ''), action: String(body.action ?? ''), input: recordIn(body.input),
        expectedRevision: revisionIn(body.expectedRevision), acting: staffOf(req),
      })
      return Response.json({ id: matter.id, revision: matter.revision, step: matter.step, phase: matter.phase })
    } catch (error) {
      await recordRequestRefusal(req, error)
      return errorResponse(req, error)
    }
  },
}

/** POST /api/matters/:id/act {act, input, expectedRevision}: what moves no step. */
export const actEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/act',
  method: 'post',
  handler: async (req) => {
    try {
      fromBrowserHere(req)
      const body = await readJson(req)
      const { matter, result } = await actOnMatter({
        payload: req.payload, matter: String(req.routeParams?.id ?? ''), act: String(body.act ?? ''), input: recordIn(body.input),
        expectedRevision: revisionIn(body.expectedRevision), acting: staffOf(req),
      })
      return Response.json({ id: matter.id, revision: matter.revision, step: matter.step, ...(result ? { result } : {}) })
    } catch (error) {
      await recordRequestRefusal(req, error)
      return errorResponse(req, error)
    }
  },
}
