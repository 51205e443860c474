import type { CollectionConfig, Endpoint } from 'payload'
import { link, json, num, text, code, instant } from './index'
import { structure } from './structure'
import { SLUG, type Slug } from '../slugs'
import type { DefinitionKind } from '../domain/package/definitions'
import { checkEndpoint, publishEndpoint } from '../services/structure/publishEndpoint'
import { checkDraft } from '../hooks/checkDraft'

type Args = { slug: Slug; kind: DefinitionKind; singular: string; plural: string; description: string; help: string }

/**
 * A definition is a draft that publishes immutable versions (decisions.md 4): the draft is one JSON document with its
 * words inside, `current` the version that new matters take. Publishing is a door of its own, with a check.
 */
export const definition = (args: Args): CollectionConfig => {
  const endpoints: Omit<Endpoint, 'root'>[] = [publishEndpoint(args.slug, args.kind), checkEndpoint(args.slug, args.kind)]
  return structure({
    slug: args.slug,
    singular: args.singular,
    plural: args.plural,
    group: '结构',
    title: 'name',
    columns: ['name', 'code', 'currentNumber', 'publishedAt'],
    description: args.description,
    endpoints,
    hooks: { beforeChange: [checkDraft(args.kind)] },
    components: { edit: { beforeDocumentControls: ['@/components/admin/PublishButton.client#PublishButton'] } },
    fields: [
      code(),
      text('name', '名称', { required: true, localized: true, help: '同事认得的名称。' }),
      {
        name: 'summary',
        type: 'ui',
        label: '一看就懂',
        admin: { components: { Field: { path: '@/components/admin/DefinitionSummary.client#DefinitionSummary', clientProps: { kind: args.kind } } } },
      },
      json('definition', '草稿', { required: true, help: args.help }),
      link('current', '生效版本', SLUG.definitions, { readOnly: true, sidebar: true, help: '新事项现在用的版本。' }),
      num('currentNumber', '生效版本号', { readOnly: true, sidebar: true, help: '每发布一次加一。' }),
      instant('publishedAt', '发布时间', { readOnly: true, sidebar: true, help: '最近一次发布。' }),
    ],
  })
}
