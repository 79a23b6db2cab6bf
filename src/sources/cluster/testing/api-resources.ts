import type { ApiResource } from '../discovery/api-resource.ts';

export const DEFAULTS_OF_RESOURCE: ApiResource = {
  group: '',
  version: 'v1',
  resource: '',
  kind: 'Thing',
  namespaced: true,
  verbs: ['get', 'list', 'watch'],
  singular: '',
  shortNames: [],
  categories: [],
};
