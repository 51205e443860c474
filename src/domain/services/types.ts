/** Who an item is for. */
export const AUDIENCES = ['person', 'organisation'] as const
export type Audience = (typeof AUDIENCES)[number]

/** How a material is to be brought. */
export const MATERIAL_FORMS = ['original', 'copy', 'both', 'filled', 'electronic'] as const
export type MaterialForm = (typeof MATERIAL_FORMS)[number]

/** Whether an item can be done online: not yet, by a matter of this portal, or elsewhere. */
export const ONLINE_WAYS = ['none', 'matter', 'link'] as const
export type OnlineWay = (typeof ONLINE_WAYS)[number]
