/** As `kubectl apply` leaves an object: with all of its values a second time, in an annotation. @param {import('../types.ts').NewObject} object */
export function lastApplied(object) {
  const { annotations = {}, ...metadata } = /** @type {{ annotations?: Record<string, string> }} */ (object.metadata);
  const text = `${JSON.stringify({ ...object, metadata: { annotations, ...metadata } })}\n`;
  return {
    ...object,
    metadata: { ...metadata, annotations: { ...annotations, 'kubectl.kubernetes.io/last-applied-configuration': text } },
  };
}
