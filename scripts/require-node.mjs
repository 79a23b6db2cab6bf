/**
 * Refuses a Node that is too old, with a clear message. Kept to what the oldest Node that reads ES modules can parse and run:
 * everything else is imported only after this has said yes.
 */
const oldest = { major: 20, minor: 12 };

/** True where this Node is new enough; else says so and sets the exit code. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return true;
  console.error(`Snapgraph needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${process.versions.node}.`);
  console.error('Install a newer one (https://nodejs.org/en/download) and run the same command again.');
  process.exitCode = 1;
  return false;
}
