/** The rules of projects beside Kubernetes, one file a project. */
import type { RelationRule } from '../rule.ts';
import { argoCdRules } from './argo-cd.ts';
import { fluxRules } from './flux.ts';
import { fluxSourceRules } from './flux-sources.ts';

export const ecosystemRules: readonly RelationRule[] = [...argoCdRules, ...fluxRules, ...fluxSourceRules];
