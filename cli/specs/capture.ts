import type { CommandSpec } from '../command.ts';
import type { FlagSpec } from '../flag-spec.ts';

const reach: readonly FlagSpec[] = [
  {
    name: 'context',
    value: 'CONTEXT',
    repeatable: true,
    completes: 'context',
    describe: 'the kubeconfig context to capture (else KUBECONTEXT, the current one, or the cluster this runs in)',
  },
  { name: 'all-contexts', describe: 'every context of the kubeconfig, side by side, a bundle each' },
  { name: 'kubeconfig', value: 'FILE', completes: 'file', describe: 'the kubeconfig to use (else KUBECONFIG, else ~/.kube/config)' },
  { name: 'as', value: 'USER', describe: 'user to impersonate' },
  { name: 'as-group', value: 'GROUP', repeatable: true, describe: 'group to impersonate' },
  { name: 'as-uid', value: 'UID', describe: 'uid to impersonate' },
  { name: 'token', value: 'TOKEN', describe: 'bearer token, in place of what the kubeconfig says' },
  { name: 'cluster', value: 'NAME', describe: "cluster of the kubeconfig, in place of the context's" },
  { name: 'user', value: 'NAME', describe: "user of the kubeconfig, in place of the context's" },
  { name: 'client-certificate', value: 'FILE', completes: 'file', describe: 'client certificate, in place of what the kubeconfig says' },
  { name: 'client-key', value: 'FILE', completes: 'file', describe: 'its key' },
  { name: 'server', short: 's', value: 'URL', describe: 'address of the API server, in place of what the kubeconfig says' },
  { name: 'certificate-authority', value: 'FILE', completes: 'file', describe: "certificate of the API server's authority" },
  { name: 'tls-server-name', value: 'NAME', describe: "name in the API server's certificate" },
  { name: 'insecure-skip-tls-verify', describe: "do not check the API server's certificate" },
];

const choice: readonly FlagSpec[] = [
  {
    name: 'namespace',
    short: 'n',
    value: 'NAMESPACE',
    repeatable: true,
    describe: 'only objects of this namespace, and those of the cluster as a whole',
  },
  { name: 'selector', short: 'l', value: 'SELECTOR', describe: 'only objects with these labels: what is absent then proves nothing' },
  { name: 'include', value: 'RESOURCE', repeatable: true, describe: 'only these resources: pods, deploy, *.example.com' },
  { name: 'exclude', value: 'RESOURCE', repeatable: true, describe: 'all but these resources' },
  {
    name: 'logs',
    value: 'WHICH',
    choices: ['none', 'failing', 'all'],
    describe: 'logs of no container, of those in trouble, or of all (default failing)',
  },
  { name: 'tail', value: 'LINES', describe: 'last lines of each log (default 10000; -1: all)' },
  { name: 'limit-bytes', value: 'BYTES', describe: 'most bytes of each log (default 10485760; 0: no limit)' },
  { name: 'since', value: 'DURATION', describe: 'only log lines younger than this: 10m, 2h' },
  { name: 'no-openapi', describe: 'without the schemas that the API server publishes' },
  { name: 'no-statistics', describe: "without the kubelets' statistics and metrics, and metrics.k8s.io" },
];

const secrecy: readonly FlagSpec[] = [
  { name: 'redact', value: 'FILE', repeatable: true, completes: 'file', describe: 'further redaction rules (docs/redaction.md)' },
  {
    name: 'redaction-key',
    value: 'FILE',
    completes: 'file',
    describe: 'key of the marks, for comparing values across captures (else random, never written)',
  },
  { name: 'include-secret-values', value: 'NAMESPACE/NAME', repeatable: true, describe: 'keep the values of this Secret' },
];

const pace: readonly FlagSpec[] = [
  { name: 'chunk-size', value: 'OBJECTS', describe: 'objects in one page of a list (default 500; 0: 100000, which is the most)' },
  { name: 'concurrency', value: 'REQUESTS', describe: 'requests at once (default 8, at most 32)' },
  {
    name: 'request-timeout',
    value: 'DURATION',
    describe: 'how long a request may be silent (default 30s; a bare number is seconds, 0: no limit)',
  },
  { name: 'retry-for', value: 'DURATION', describe: 'how long a request that fails is tried again (default 30s)' },
  { name: 'deadline', value: 'DURATION', describe: 'end after this, with what is there (default 30m, at most 596h)' },
];

export const captureSpec: CommandSpec = {
  name: 'capture',
  summary: 'write a live cluster into a bundle',
  description: [
    'Lists every resource that the API server has, page by page, and writes a bundle that every other command opens, without access to the cluster. Values of Secrets do not leave the cluster.',
    'What was refused or did not answer is in the bundle too: later answers tell it apart from what was not there. Ends with exit code 3 where something is missing.',
    'Ctrl-C, the deadline or a dead API server end in a bundle with what was captured until then; a second Ctrl-C ends at once, and what was written is left.',
    '--check asks beforehand what the current identity may not read, and captures nothing.',
  ],
  usage: ['capture'],
  arguments: [],
  flags: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      completes: 'file',
      describe: 'the bundle to write, or a folder (default CONTEXT-TIME.tar.gz)',
    },
    { name: 'force', describe: 'write over a file that exists' },
    { name: 'check', describe: 'say what may not be read, and capture nothing' },
    ...reach,
    ...choice,
    ...secrecy,
    ...pace,
    {
      name: 'progress',
      value: 'HOW',
      choices: ['auto', 'plain', 'json', 'none'],
      describe: 'a display on a terminal and lines elsewhere (auto), lines, JSON lines, or nothing',
    },
  ],
  examples: [
    { command: 'capture -o prod.tar.gz', says: 'the cluster of the current context' },
    { command: 'capture --check', says: 'what may not be read' },
    { command: 'capture -n shop --logs all --since 1h', says: 'one namespace, with the logs of the last hour' },
    { command: 'capture --context prod --context staging -o captures/', says: 'two clusters, side by side' },
  ],
  load: () => import('../commands/capture.ts'),
};
