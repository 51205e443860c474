import { createServer, type Server, type Socket } from 'node:net'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { resetEnv } from '@/lib/env'
import { uploadPhoto, photoBytes } from '@/services/desk/photos'
import { addPhoto } from '@/services/photos/add'
import { scanUpload } from '@/services/photos/clamd'
import { eraseAttachments } from '@/services/photos/erase'
import { originalBytes, redactPhoto } from '@/services/photos/redact'
import { photoForReporter } from '@/services/site/track/photo'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { driver } from '../helpers/matters'
import { addPerson, PASSWORD, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, upload, upToCheck, visitor } from '../helpers/siteReport'

let portal: TestPortal
let config: SanitizedConfig
let director: Person
let reviewer: Person
let clerk: Person
let token: string
const on = driver(() => portal.payload)

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  director = await addPerson(portal.payload, { username: 'director-1', roles: [{ role: 'director' }] })
  reviewer = await addPerson(portal.payload, { username: 'reviewer-1', roles: [{ role: 'reviewer' }] })
  clerk = await addPerson(portal.payload, { username: 'clerk-1', roles: [{ role: 'intake' }] })
  const publisher = await addPerson(portal.payload, { username: 'publisher-1', roles: [{ role: 'publisher' }] })
  token = (await portal.payload.login({ collection: SLUG.users, data: { username: publisher.username, password: PASSWORD } })).token ?? ''
})
afterAll(() => portal.close())

const rows = () => ({ payload: portal.payload })

/** Half white, half red, with a place and a time of taking in it. */
const picture = () => sharp({ create: { width: 400, height: 200, channels: 3, background: '#ffffff' } })
  .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 }])
  .jpeg({ quality: 95 }).withExif({ IFD0: { Copyright: 'a secret' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } }).toBuffer()

const asFile = (bytes: Buffer, name = 'a.jpg', type = 'image/jpeg') => new File([new Uint8Array(bytes)], name, { type })

const media = async ({ bytes, name = 'IMG_李小红.jpg', type = 'image/jpeg', data = { alt: '路口' }, as = token }: { bytes?: Buffer; name?: string; type?: string; data?: Record<string, unknown>; as?: string }) => {
  const body = new FormData()
  if (bytes) body.append('file', asFile(bytes, name, type))
  body.append('_payload', JSON.stringify(data))
  const response = await handleEndpoints({ config, request: new Request('http://localhost/api/media', { method: 'POST', headers: { authorization: `JWT ${as}` }, body }) })
  return { status: response.status, body: (await response.json()) as { doc?: { id: string; filename: string } } }
}

const get = (url: string, as?: string) => handleEndpoints({ config, request: new Request(`http://localhost${url}`, { headers: as ? { authorization: `JWT ${as}` } : {} }) })

/** Every door a picture comes in by: sends it, and gives back what was stored of it; undefined where it was refused. */
const DOORS: [string, (bytes: Buffer, name: string) => Promise<Buffer | undefined>][] = [
  ['a resident’s report', async (bytes, name) => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('photos', {}, [upload(name, bytes)])
    const [id] = (await browser.draft()).photos
    return id ? photoForReporter({ payload: portal.payload, id, draft: browser.token(), session: undefined }) : undefined
  }],
  ['the desk', async (bytes, name) => {
    const desk = await deskOfUser(portal.payload, clerk.id)
    return uploadPhoto(desk, asFile(bytes, name)).then(({ id }) => photoBytes(desk, id), () => undefined)
  }],
  ['a picture of the admin, and the API', async (bytes, name) => {
    const { status, body } = await media({ bytes, name })
    return status === 201 && body.doc ? Buffer.from(await (await get(`/api/media/file/${body.doc.filename}`, token)).arrayBuffer()) : undefined
  }],
]

const REFUSED: [string, () => Buffer | Promise<Buffer>][] = [
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['HTML behind the first bytes of a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')])],
  ['a GIF', () => Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')],
  ['half a picture', async () => (await picture()).subarray(0, 900)],
  ['nothing', () => Buffer.alloc(0)],
]

describe.each(DOORS)('%s', (_door, send) => {
  it('keeps nothing of where, when and by what a picture was taken, and nothing behind its end', async () => {
    const tail = Buffer.from('<script>behind the end</script>')
    for (const bytes of [samplePhoto('p1'), Buffer.concat([await picture(), tail])]) {
      const stored = await send(bytes, 'a.jpg')
      expect(stored).toBeInstanceOf(Buffer)
      const { format, exif, xmp, iptc, orientation } = await sharp(stored).metadata()
      expect({ format, exif, xmp, iptc, orientation }).toEqual({ format: 'jpeg', exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined })
      for (const word of ['GPS', 'a secret', '<script>']) expect(stored?.includes(word), word).toBe(false)
    }
  })

  it.each(REFUSED)('takes no %s, whatever it is called', async (_what, make) => {
    expect(await send(await make(), 'innocent.jpg')).toBeUndefined()
  })
})

describe('pictures for publishing', () => {
  it('have a name that tells nothing, and are seen by editors alone until something that shows them is published', async () => {
    const { body } = await media({ bytes: await picture() })
    const { id, filename } = body.doc ?? { id: '', filename: '' }
    expect(filename).toMatch(/^[0-9a-z]{26}\.jpg$/)
    const file = `/api/media/file/${filename}`
    expect((await get(file)).status).toBe(403)
    expect((await get(`/api/media/${id}`)).status).toBe(404)
    expect(((await (await get('/api/media?limit=0')).json()) as { docs: { id: string }[] }).docs.map((doc) => doc.id)).not.toContain(id)
    const column = await findRow(rows(), SLUG.columns, { where: { internal: { not_equals: true } } })
    const show = (status: 'draft' | 'published') => portal.payload.create({
      collection: SLUG.notices, overrideAccess: true, draft: status === 'draft',
      data: { code: `n-${status}`, title: '通知', column: column?.id ?? '', _status: status, body: { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'upload', version: 3, format: '', id: 'x1', relationTo: 'media', value: id, fields: {} }] } } } as never,
    })
    await show('draft')
    expect((await get(file)).status).toBe(403)
    await show('published')
    const seen = await get(file)
    expect(seen.status).toBe(200)
    expect([seen.headers.get('x-content-type-options'), seen.headers.get('content-security-policy'), seen.headers.get('content-type')]).toEqual(['nosniff', "default-src 'none'; sandbox", 'image/jpeg'])
  })

  it('are never fetched from an address, nor taken from the machine, and nobody releases them by hand', async () => {
    for (const url of ['http://127.0.0.1:9/x.jpg', '/etc/hostname', 'file:///etc/hostname']) {
      expect((await media({ data: { alt: 'x', url, filename: 'x.jpg', mimeType: 'image/jpeg' } })).status, url).toBe(400)
    }
    const { body } = await media({ bytes: await picture(), data: { alt: '路口', withheld: false } })
    expect(await findRow(rows(), SLUG.media, { where: { id: { equals: body.doc?.id } } })).toMatchObject({ withheld: true })
  })
})

describe('a virus scanner', () => {
  let server: Server
  const sockets = new Set<Socket>()
  const heard: Buffer[] = []

  const listen = async (answer: (socket: Socket, all: Buffer) => void): Promise<void> => {
    server = createServer((socket) => {
      sockets.add(socket)
      let all = Buffer.alloc(0)
      socket.on('error', () => socket.destroy())
      socket.on('data', (data) => {
        all = Buffer.concat([all, data])
        if (!all.subarray(-4).equals(Buffer.alloc(4))) return
        heard.push(all)
        answer(socket, all)
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    process.env.CLAMD = `127.0.0.1:${String((server.address() as { port: number }).port)}`
    resetEnv()
  }
  afterEach(async () => {
    delete process.env.CLAMD
    resetEnv()
    heard.length = 0
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
  })

  const refusal = (work: Promise<unknown>) => work.then(() => 'taken', (error: unknown) => (error as { code: string }).code)

  it('is given the whole upload at the wire, in stretches, and what it finds clean is taken', async () => {
    await listen((socket) => socket.write('stream: OK\0'))
    const bytes = Buffer.alloc(150_000, 7)
    expect(await refusal(scanUpload(bytes))).toBe('taken')
    const [all] = heard
    expect(all?.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0')
    const stretches: Buffer[] = []
    for (let at = 10; at < (all?.length ?? 0); ) {
      const length = all?.readUInt32BE(at) ?? 0
      stretches.push(all?.subarray(at + 4, at + 4 + length) ?? Buffer.alloc(0))
      at += 4 + length
    }
    expect(Buffer.concat(stretches).equals(bytes)).toBe(true)
    expect(stretches.at(-1)).toHaveLength(0)
  })

  it.each<[string, (socket: Socket) => void, string]>([
    ['finds something', (socket) => socket.write('stream: Eicar-Test-Signature FOUND\0'), 'unsupportedFile'],
    ['says that it failed', (socket) => socket.write('INSTREAM size limit exceeded. ERROR\0'), 'notScanned'],
    ['says something else', (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n\0'), 'notScanned'],
    ['talks on and on', (socket) => socket.write('x'.repeat(5000)), 'notScanned'],
    ['says only half', (socket) => socket.end('stream: O'), 'notScanned'],
    ['says OK of something else', (socket) => socket.write('stream: OK but\0'), 'notScanned'],
    ['hangs up', (socket) => socket.destroy(), 'notScanned'],
    ['says nothing', () => undefined, 'notScanned'],
  ])('that %s lets nothing in', async (_what, answer, code) => {
    await listen(answer)
    expect(await refusal(scanUpload(Buffer.from('x'), 300))).toBe(code)
  })

  it('that is not there lets nothing in by any door; the resident is told, and what was written stays', async () => {
    await listen(() => undefined)
    const port = (server.address() as { port: number }).port
    await new Promise((done) => server.close(done))
    process.env.CLAMD = `127.0.0.1:${port}`
    resetEnv()
    const before = await countRows(rows(), SLUG.attachments)
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    expect(await browser.post('photos', {}, [upload('a.jpg', samplePhoto('p1'))])).toMatchObject({ to: '/report/photos' })
    expect(await browser.draft()).toMatchObject({ photos: [], refused: [{ name: 'a.jpg', code: 'notScanned' }] })
    for (const [door, send] of DOORS.slice(1)) expect(await send(await picture(), 'a.jpg'), door).toBeUndefined()
    expect(await countRows(rows(), SLUG.attachments)).toBe(before)
    await new Promise<void>((done) => { server = createServer().listen(0, '127.0.0.1', done) })
  })
})

describe('covering parts of a photo', () => {
  const LEFT = { x: 0, y: 0, w: 50, h: 100 }

  const withPhoto = async () => {
    const { matter } = await on.create()
    const { id } = await addPhoto({ payload: portal.payload, office: matter.office, bytes: await picture(), stage: 'report', owner: {}, matter: matter.id, visibility: 'reporter' })
    return { matter, id }
  }
  const colourAt = async (bytes: Buffer, left: number) => [...(await sharp(bytes).extract({ left, top: 100, width: 1, height: 1 }).raw().toBuffer())]
  const isRed = ([r = 0, g = 0]: number[]) => r > 200 && g < 60
  const looks = () => countRows(rows(), SLUG.audit, { action: { equals: 'attachment.original' } })
  const files = (id: string) => [`attachments/${id.slice(-2)}/${id}.jpg`, `attachments/${id.slice(-2)}/${id}.1.jpg`, `attachments/${id.slice(-2)}/${id}.2.jpg`, `originals/${id.slice(-2)}/${id}.jpg`].map((name) => existsSync(path.join(portal.dir, name)))

  it('replaces the pixels at every door; the original is apart, and each look at it is a record', async () => {
    const { matter, id } = await withPhoto()
    const desk = await deskOfUser(portal.payload, director.id)
    expect(await redactPhoto(desk, id, { boxes: [LEFT], on: 'shown', redaction: 0 })).toEqual({ redaction: 1 })
    const shown = await photoBytes(desk, id)
    expect(isRed(await colourAt(shown, 60))).toBe(false)
    expect((await colourAt(shown, 300)).every((value) => value > 240)).toBe(true)
    expect((await sharp(shown).metadata()).exif).toBeUndefined()
    const seen = await photoForReporter({ payload: portal.payload, id, draft: undefined, session: { receiptCode: matter.receiptCode } as never })
    expect(seen.equals(shown)).toBe(true)
    expect(files(id)).toEqual([false, true, false, true])
    const before = await looks()
    expect(isRed(await colourAt(await originalBytes(desk, id), 60))).toBe(true)
    expect(await looks()).toBe(before + 1)
    expect(await on.lastEvent(matter.id)).toMatchObject({ action: 'redact', data: { attachment: id, n: 1, on: 'shown' } })
  })

  it('is for whoever decides what is public; what is under a cover, and taking covers off, for fewer', async () => {
    const { id } = await withPhoto()
    const [chief, second, none] = [await deskOfUser(portal.payload, director.id), await deskOfUser(portal.payload, reviewer.id), await deskOfUser(portal.payload, clerk.id)]
    await expect(redactPhoto(none, id, { boxes: [LEFT], on: 'shown', redaction: 0 })).rejects.toMatchObject({ code: 'notAllowed' })
    await redactPhoto(chief, id, { boxes: [LEFT], on: 'shown', redaction: 0 })
    for (const desk of [second, none]) {
      const before = await looks()
      await expect(originalBytes(desk, id)).rejects.toMatchObject({ code: expect.stringMatching(/notAllowed|notFound/) as string })
      await expect(redactPhoto(desk, id, { boxes: [{ ...LEFT, w: 1 }], on: 'original', redaction: 1 })).rejects.toMatchObject({ code: expect.stringMatching(/notAllowed|notFound/) as string })
      expect(await looks()).toBe(before)
    }
    await expect(redactPhoto(chief, id, { boxes: [LEFT], on: 'shown', redaction: 0 })).rejects.toMatchObject({ code: 'conflict' })
    await redactPhoto(chief, id, { boxes: [{ ...LEFT, w: 1 }], on: 'original', redaction: 1 })
    expect(isRed(await colourAt(await photoBytes(chief, id), 60))).toBe(true)
    expect(files(id)).toEqual([false, false, true, true])
  })

  it('leaves the photo as it is where nothing is to be covered, or outside of it', async () => {
    const { id } = await withPhoto()
    const desk = await deskOfUser(portal.payload, director.id)
    for (const boxes of [[], [{ ...LEFT, x: 90 }], 'all']) await expect(redactPhoto(desk, id, { boxes, on: 'shown', redaction: 0 })).rejects.toMatchObject({ code: 'invalid' })
    expect(files(id)).toEqual([true, false, false, false])
  })

  it('goes with everything that was kept of it when the photo is erased', async () => {
    const { id } = await withPhoto()
    const desk = await deskOfUser(portal.payload, director.id)
    await redactPhoto(desk, id, { boxes: [LEFT], on: 'shown', redaction: 0 })
    await redactPhoto(desk, id, { boxes: [{ ...LEFT, x: 50 }], on: 'shown', redaction: 1 })
    expect((await findRows(rows(), SLUG.attachments, { where: { id: { equals: id } } }))[0]).toMatchObject({ redaction: 2, boxes: [LEFT, { ...LEFT, x: 50 }] })
    await withTransaction(portal.payload, (req) => eraseAttachments(req, { id: { equals: id } }, { drop: false }))
    expect(files(id)).toEqual([false, false, false, false])
    await expect(originalBytes(desk, id)).rejects.toMatchObject({ code: 'notFound' })
  })
})
