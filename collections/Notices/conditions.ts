/** Shown for activities alone. */
export const onlyForActivities = (data: { kind?: unknown }): boolean => data.kind === 'activity'

/** Who must read it is asked where somebody must. */
export const onlyForInternal = (data: { mustRead?: unknown }): boolean => data.mustRead === true
