/** The kinds of OpenShift, and where its operators keep what they are told. */
import type { KindKey } from '../../kube/kind.ts';

export const buildKind = (kind: string): KindKey => ({ group: 'build.openshift.io', kind });
export const configKind = (kind: string): KindKey => ({ group: 'config.openshift.io', kind });
export const operatorKind = (kind: string): KindKey => ({ group: 'operator.openshift.io', kind });
export const machineKind = (kind: string): KindKey => ({ group: 'machine.openshift.io', kind });
export const machineConfigurationKind = (kind: string): KindKey => ({ group: 'machineconfiguration.openshift.io', kind });
export const userKind = (kind: string): KindKey => ({ group: 'user.openshift.io', kind });
export const oauthKind = (kind: string): KindKey => ({ group: 'oauth.openshift.io', kind });
export const networkKind = (kind: string): KindKey => ({ group: 'network.openshift.io', kind });
const imageKind = (kind: string): KindKey => ({ group: 'image.openshift.io', kind });

export const imageStream: KindKey = imageKind('ImageStream');
export const imageStreamTag: KindKey = imageKind('ImageStreamTag');
/** An image as the cluster's registry knows it, by its digest; no image reference. */
export const registryImage: KindKey = imageKind('Image');
export const deploymentConfig: KindKey = { group: 'apps.openshift.io', kind: 'DeploymentConfig' };
export const openShiftRoute: KindKey = { group: 'route.openshift.io', kind: 'Route' };
export const securityContextConstraints: KindKey = { group: 'security.openshift.io', kind: 'SecurityContextConstraints' };

/** Objects of the whole cluster name Secrets and ConfigMaps here. */
export const IN_OPENSHIFT_CONFIG = { fixed: 'openshift-config' } as const;
