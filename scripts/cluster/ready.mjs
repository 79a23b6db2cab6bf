/** Waits until a component serves, or says why it never will. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { logTail } from './component-process.mjs';

const pauseMs = 50;

/**
 * @param {object} options
 * @param {import('./component-process.mjs').ComponentProcess} options.component
 * @param {() => Promise<boolean>} options.probe may reject: not yet
 * @param {number} options.deadlineMs
 * @param {string} options.log
 */
export async function untilReady({ component, probe, deadlineMs, log }) {
  const end = Date.now() + deadlineMs;
  while (!(await probe().catch(() => false))) {
    const how = component.ended();
    if (how !== null) throw new Error(`${component.name} ended before it was ready (${how}). The end of ${log}:\n${logTail(log)}`);
    if (Date.now() > end)
      throw new Error(`${component.name} was not ready within ${deadlineMs / 1000} s. The end of ${log}:\n${logTail(log)}`);
    await sleep(pauseMs);
  }
}

/**
 * A health check that anyone may ask for, of a server whose certificate is its own.
 * @param {{ port: number, plain?: boolean }} options `plain`: without TLS
 * @returns {Promise<boolean>}
 */
export function isHealthy({ port, plain = false }) {
  const request = plain ? httpRequest : httpsRequest;
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/healthz', rejectUnauthorized: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}
