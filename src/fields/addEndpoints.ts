import type { CollectionConfig, Endpoint } from 'payload'

export const addEndpoints = (config: CollectionConfig, endpoints: Omit<Endpoint, 'root'>[]): CollectionConfig => ({ ...config, endpoints })
