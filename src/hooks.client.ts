/**
 * Zod tries to make functions out of text, which the site's policy refuses and reports. It reads this when it is loaded:
 * setting it by import would put Zod into every page.
 */
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });
