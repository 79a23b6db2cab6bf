/** All that a pod's spec names. */
import type { RelationRule } from '../rule.ts';
import { podConfigurationRules } from './pod-configuration.ts';
import { podIdentityRules } from './pod-identity.ts';
import { podStorageRules } from './pod-storage.ts';
import { schedulingRules } from './scheduling.ts';

export const podRules: readonly RelationRule[] = [...podConfigurationRules, ...podIdentityRules, ...podStorageRules, ...schedulingRules];
