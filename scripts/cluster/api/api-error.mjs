/** The API server refused: its Status says why. */
export class ApiError extends Error {
  /** @param {{ request: import('../types.ts').ApiRequest, response: import('../types.ts').ApiResponse }} options */
  constructor({ request, response }) {
    super(`${request.method ?? 'GET'} ${request.path}: ${response.status} ${messageOf(response.text)}`);
    this.name = 'ApiError';
    this.status = response.status;
    this.text = response.text;
  }
}

/** @param {string} text */
function messageOf(text) {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text;
  }
}
