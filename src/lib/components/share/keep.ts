/** Gives a file to the browser to be kept, as a download. */
export function keep(content: Blob | string, file: string): void {
	const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content]) : content);
	const link = document.createElement('a');
	link.href = url;
	link.download = file;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
