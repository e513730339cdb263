export function keep(content: Blob | string, file: string): void {
	const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content]) : content);
	const link = document.createElement('a');
	link.href = url;
	link.download = file;
	link.click();
	// By then the browser has read it.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
