/** Times in answers. */

/** RFC 3339 in UTC, with milliseconds only where there are any: as the API server writes them. null stays null. */
export function formatTime(milliseconds: number | null): string | null {
  if (milliseconds === null) return null;
  const text = new Date(milliseconds).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}
