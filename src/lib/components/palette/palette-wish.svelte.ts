/** What to open over the page: the palette, the sheet of keys, or nothing. */
export const wish = $state<{ open: 'palette' | 'keys' | null }>({ open: null });
