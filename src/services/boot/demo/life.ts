import { handling } from './handling'
import { intake } from './intake'
import { open } from './opening'
import { routing } from './routing'
import { supervision } from './supervision'
import type { Life, Story, World } from './types'

/** One matter from its sending as far as its story goes. */
export async function* lifeOf(world: World, story: Story): Life {
  const tale = await open(world, story)
  for (const stage of [intake, routing, handling, supervision]) {
    if (!(yield* stage(tale))) return
  }
}
