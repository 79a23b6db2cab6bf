/** Our mark: four objects and their pointers. */
export const mark: string = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" fill="#2563eb" stroke="#2563eb" stroke-width="2.5">',
  '<path fill="none" d="M7 8 L16 16 L25 8 M16 16 L16 26"/>',
  '<circle cx="7" cy="8" r="3"/><circle cx="25" cy="8" r="3"/><circle cx="16" cy="16" r="4" fill="#fff"/><circle cx="16" cy="26" r="3"/>',
  '</svg>',
].join('');

/** For a page's icon: loads nothing. */
export const markUrl: string = `data:image/svg+xml,${encodeURIComponent(mark)}`;
