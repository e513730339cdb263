import fc from 'fast-check';

// A run on another day tries the same cases: a failure belongs to the change that brought it.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20261124) });
