/** How many objects of which kind a cluster of about `objects` objects has: a quarter of them pods, ten pods a Deployment. */
export interface ClusterShape {
  readonly namespaces: number;
  readonly deploymentsPerNamespace: number;
  readonly podsPerDeployment: number;
  readonly oldReplicaSetsPerDeployment: number;
  readonly nodes: number;
  readonly eventsPerPod: number;
  readonly configMapsPerDeployment: number;
  readonly secretsPerDeployment: number;
}

export function shapeOf(objects: number): ClusterShape {
  const pods = Math.max(10, Math.round(objects / 4));
  const deployments = Math.max(1, Math.round(pods / 10));
  const namespaces = Math.max(1, Math.round(deployments / 50));
  return {
    namespaces,
    deploymentsPerNamespace: Math.max(1, Math.round(deployments / namespaces)),
    podsPerDeployment: 10,
    oldReplicaSetsPerDeployment: 2,
    nodes: Math.max(3, Math.round(pods / 60)),
    eventsPerPod: 1.4,
    configMapsPerDeployment: 4,
    secretsPerDeployment: 3,
  };
}
