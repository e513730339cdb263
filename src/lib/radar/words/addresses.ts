/** Page of a repository "owner/name". */
export const githubUrl = (repository: string): string => `https://github.com/${repository}`;
