import { wordsOf } from '@/lib/wordsOf'
import { createMatter } from '@/services/matters/create'
import type { CreateInput } from '@/services/matters/createInput'
import { reporter, reporterPhoto } from './calls'
import type { DemoStaff, Story, Tale, World } from './types'

const PHOTO_SHARE = 0.7
const CONTACT_SHARE = 0.6

const recorder = (world: World, story: Story): DemoStaff | undefined => {
  const names = story.channel.recordedBy
  const able = [...world.staff.values()].filter(({ username }) => names.includes(username))
  return able.length > 0 ? world.random.pick(able) : undefined
}

const typeOf = ({ model }: World, { report, channel }: Story): string | undefined => {
  const code = channel.type ?? report.type
  return (code === undefined ? undefined : model.types.byCode.get(code)?.id) ?? model.categories.byCode.get(report.category)?.matterType ?? undefined
}

const placeOf = ({ model }: World, { unit, report }: Story): { place: string; address: string } => {
  const row = model.units.byId.get(unit)
  const lang = report.lang ?? 'zh'
  const say = (value: unknown): string => wordsOf(value)[lang] ?? wordsOf(value).zh
  return { place: say(row?.name), address: say(row?.address) }
}

const answersOf = ({ model, content, random }: World, type: string | undefined): CreateInput['answers'] => {
  const code = type === undefined ? undefined : model.types.byId.get(type)?.code
  const sets = code === undefined ? undefined : content.answers[code]
  return sets ? random.pick(sets) : {}
}

const photosOf = async (world: World, story: Story, draft: string): Promise<string[]> =>
  story.report.photo && story.channel.recordedBy.length === 0 && world.random.chance(PHOTO_SHARE) ? [await reporterPhoto(world, draft)] : []

/** Opens the matter as its reporter, or as whoever of staff took it down. */
export const open = async (world: World, story: Story): Promise<Tale> => {
  const { report, channel, number, unit } = story
  const { place, address } = placeOf(world, story)
  const [staff, type, draft] = [recorder(world, story), typeOf(world, story), `demo-draft-${number}`]
  const contact = world.random.chance(CONTACT_SHARE) ? world.random.pick(world.content.contacts) : undefined
  const { matter } = await createMatter({
    payload: world.payload,
    req: world.within.req,
    who: staff ? 'staff' : 'resident',
    idempotencyKey: `demonstration-${number}`,
    acting: staff?.acting ?? reporter,
    photoOwner: { draft },
    input: {
      text: world.random.pick(report.texts).replaceAll('{place}', place),
      category: world.model.categories.byCode.get(report.category)?.id,
      type, unit, address, contact, lang: report.lang, restricted: report.restricted,
      source: world.model.sources.byCode.get(channel.source)?.id,
      answers: answersOf(world, type),
      photos: await photosOf(world, story, draft),
    },
  })
  story.self.id = matter.id
  world.opened(matter.id)
  return { world, story, id: matter.id, place }
}
