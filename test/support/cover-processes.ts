/** Where coverage is measured, processes that a test starts are measured too: `npm test` says where they write what they ran. */
const folder = process.env['COVER_PROCESSES_IN'];

// Node looks at it when it starts: set here it means the processes to come, not this one.
if (folder !== undefined) process.env['NODE_V8_COVERAGE'] = folder;
