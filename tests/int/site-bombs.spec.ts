import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '@/db/rows'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, upload, upToCheck, visitor } from '../helpers/siteReport'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const crcTable = Array.from({ length: 256 }, (_, index) => Array.from({ length: 8 }).reduce<number>((crc) => (crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1), index))
const crc32 = (bytes: Buffer): number => (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A black PNG of so many pixels, one bit each: a few kilobytes that unpack to whatever it claims. */
const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)), { level: 9 })
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script><image href="http://elsewhere.example/x.png"/></svg>'
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(2000)])

const FILES: [string, () => Buffer, string][] = [
  ['a PNG of 200 megapixels', () => png(20_000, 10_000), 'broken'],
  ['a PNG that claims 4 billion pixels and has none', () => png(65_535, 65_535).subarray(0, 200), 'broken'],
  ['an SVG named .jpg', () => Buffer.from(SVG), 'unsupportedFile'],
  ['an SVG with a text mark before it', () => Buffer.from(`\ufeff<?xml version="1.0"?>${SVG}`), 'unsupportedFile'],
  ['a HEIC named .jpg', () => HEIC, 'unsupportedFile'],
  ['a GIF', () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'unsupportedFile'],
  ['a file of no bytes', () => Buffer.alloc(0), 'unsupportedFile'],
  ['three bytes of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff]), 'broken'],
  ['a JPEG cut off', () => samplePhoto('p2').subarray(0, 4000), 'broken'],
  ['a page of HTML behind the first bytes of a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html><script>alert(1)</script>')]), 'broken'],
]

describe('a file that is no photo, or worse', () => {
  it.each(FILES)('%s is refused with its reason, and the good one beside it is kept', async (_name, make, code) => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    const rows = await countRows({ payload: portal.payload }, SLUG.attachments, {})
    const before = process.memoryUsage().rss
    expect(await browser.post('photos', {}, [upload('照片.jpg', make()), upload('good.jpg', samplePhoto('p3'))])).toMatchObject({ to: '/report/photos' })
    const { photos, refused } = await browser.draft()
    expect(refused).toEqual([{ name: '照片.jpg', code }])
    expect(photos).toHaveLength(1)
    expect(await countRows({ payload: portal.payload }, SLUG.attachments, {})).toBe(rows + 1)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  it.each(['../../etc/passwd.jpg', 'C:\\fakepath\\照片.jpg', 'a\u0000b\u202egpj.exe', `${'长'.repeat(300)}.jpg`, ''])('the name %j stays a name', async (name) => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('photos', {}, [upload(name, Buffer.from('x'))])
    const [refused] = (await browser.draft()).refused
    expect(refused?.name).not.toMatch(/[\u0000-\u001f\u202a-\u202e\\/]/)
    expect(refused?.name.length).toBeLessThanOrEqual(60)
  })
})
