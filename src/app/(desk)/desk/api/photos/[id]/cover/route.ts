import { coverView } from '@/services/desk/cover'
import { readJson } from '@/services/http'
import { redactPhoto } from '@/services/photos/redact'
import { door } from '../../../../../_server/door'

/** POST {boxes, on, redaction}: covers parts of a photo for good. Answers with the photo as it stands then. */
export const POST = door<{ id: string }>(async ({ desk, request, params }) => {
  const body = await readJson(request)
  await redactPhoto(desk, params.id, { boxes: body.boxes, on: body.on, redaction: body.redaction })
  return { view: await coverView(desk, params.id) }
})
