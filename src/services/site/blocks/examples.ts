import type { Lang } from '@/domain/words'
import { t, type KeyUnder } from '@/i18n'
import { now } from '@/lib/clock'
import { schematicOf } from '@/domain/grid/schematic'
import { richText } from '@/services/structure/package/richText'
import { phoneOf, type Phone } from '../phones'
import type { BlockOf, BlockType, Loaded, LoadedOf } from './types'

type Say = (key: KeyUnder<'blocks.sample'>) => string
type Example = { [T in BlockType]: (say: Say) => Omit<LoadedOf<T>, 'type' | 'block'> & { block: Omit<BlockOf<T>, 'blockType' | 'id'> } }

const DAY = 86_400_000

/** A drawing in the place of a photograph: a horizon and a house. */
const drawing = (hue: number): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="hsl(${hue} 25% 88%)"/><path d="M0 230h400v70H0z" fill="hsl(${hue} 20% 74%)"/><path d="M110 230v-90l90-60 90 60v90z" fill="hsl(${hue} 18% 62%)"/><path d="M180 230v-60h40v60z" fill="hsl(${hue} 20% 88%)"/></svg>`)}`

const square = (west: number, south: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + 1, south + 0.1], [west + 0.9, south + 1], [west, south + 0.9], [west, south]]] })

const phone = (text: string, hours?: string): Phone => phoneOf(text, hours) ?? { text, dial: text }

const units = (say: Say) => (['place1', 'place2', 'place3', 'place4'] as const).map((key) => ({ code: key, name: say(key), path: '/grid' }))

const EXAMPLES: Example = {
  hero: () => ({ block: {}, data: { noUnits: false, services: 0 } }),
  reportEntry: () => ({ block: {}, data: undefined }),
  trackEntry: () => ({ block: {}, data: undefined }),
  myGrid: () => ({ block: {}, data: { noUnits: false } }),
  services: (say) => ({ block: {}, data: { path: '/services', items: [{ code: 'x', path: '/services', name: say('guide'), summary: say('guideText'), events: [], bookable: false, agent: true, online: false }] } }),
  noticeList: (say) => ({ block: {}, data: { path: '/notices', items: [{ path: '/notices', title: say('notice'), column: say('column'), publishedAt: now() }, { path: '/notices?', title: say('notice2'), column: say('column'), publishedAt: now() - 3 * DAY }] } }),
  alertBanner: (say) => ({ block: { heading: say('alert'), tone: 'warn', text: say('alertText'), until: '', label: say('alertLink'), href: '/notices' }, data: { current: true, until: now() + DAY } }),
  richText: (say) => ({ block: { heading: say('heading'), body: richText([{ zh: say('paragraph') }, { zh: say('paragraph2') }]).zh as BlockOf<'richText'>['body'] }, data: undefined }),
  callout: (say) => ({ block: { tone: 'info', text: say('hint') }, data: undefined }),
  steps: (say) => ({ block: { heading: say('heading'), items: (['step1', 'step2', 'step3'] as const).map((key) => ({ title: say(key), text: say(`${key}Text`) })) }, data: undefined }),
  accordion: (say) => ({ block: { heading: say('heading'), items: [{ title: say('question1'), text: say('answer1') }, { title: say('question2'), text: say('answer2') }] }, data: undefined }),
  facts: (say) => ({ block: { heading: say('heading'), items: [{ value: say('fact1'), label: say('fact1Label'), note: say('fact1Note') }, { value: say('fact2'), label: say('fact2Label') }] }, data: undefined }),
  figures: (say) => ({ block: {}, data: { solved: { place: say('place1'), from: now() - 20 * DAY, until: now(), figures: [{ kind: 'closed', done: 86, total: 93 }, { kind: 'inTime', done: 79, total: 93 }], recent: [] } } }),
  chart: (say) => ({
    block: { heading: say('heading'), source: 'typed', period: say('period'), unitName: say('unit'), origin: say('origin') },
    data: { rows: [{ label: say('row1'), value: 128 }, { label: say('row2'), value: 64 }, { label: say('row3'), value: 31 }, { label: say('row4'), value: null }] },
  }),
  unitMap: (say) => ({
    block: { shows: 'units' },
    data: { units: units(say), drawing: schematicOf(units(say).map(({ code }, at) => ({ code, boundary: square(at % 2, Math.floor(at / 2)) }))), undrawn: false },
  }),
  people: (say) => ({ block: { heading: say('heading') }, data: { items: [{ key: 'a', name: say('post'), text: say('postText') }, { key: 'b', name: say('post2'), text: say('post2Text') }] } }),
  contacts: (say) => ({ block: { heading: say('heading'), source: 'office' }, data: { rows: [{ key: 'a', name: say('desk'), phone: phone('010-5550-0100', say('hours')), note: say('deskNote') }, { key: 'b', name: say('duty'), phone: phone('010-5550-0101') }] } }),
  ruleList: (say) => ({ block: { kind: 'all' }, data: { items: [{ path: '/rules', title: say('rule'), version: '1', effectiveFrom: now(), summary: say('ruleText') }] } }),
  links: (say) => ({ block: { heading: say('heading'), items: [{ label: say('link'), href: '/about', note: say('linkNote') }] }, data: undefined }),
  downloads: (say) => ({ block: { heading: say('heading'), items: [{ label: say('file'), href: '/api/media/file/example.pdf', size: '120 KB', note: say('fileNote') }] }, data: undefined }),
  gallery: (say) => ({ block: { heading: say('heading') }, data: { pictures: [{ src: drawing(30), alt: say('picture'), width: 400, height: 300, caption: say('caption') }, { src: drawing(160), alt: say('picture2'), width: 400, height: 300 }] } }),
  honours: (say) => ({ block: { heading: say('heading'), items: [{ title: say('honour'), holder: say('holder'), giver: say('giver'), year: '2026' }] }, data: undefined }),
  embed: (say) => ({ block: { heading: say('heading'), page: 'x' }, data: { title: say('heading'), path: '/', blocks: [exampleFor('callout', say)] } }),
}

function exampleFor<T extends BlockType>(type: T, say: Say): Loaded {
  const made = (EXAMPLES[type] as (say: Say) => { block: object; data: unknown })(say)
  return { type, block: { blockType: type, ...made.block }, data: made.data } as unknown as Loaded
}

/** Every kind of block, in the order of the catalogue. */
export const BLOCK_TYPES = Object.keys(EXAMPLES) as BlockType[]

const isType = (given: string): given is BlockType => Object.hasOwn(EXAMPLES, given)

/** A block with an example in it; undefined for what is no block. */
export const exampleOf = (type: string, lang: Lang): Loaded | undefined => (isType(type) ? exampleFor(type, (key) => t(lang, `blocks.sample.${key}`)) : undefined)
