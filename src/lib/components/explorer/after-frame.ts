/** A task right behind would delay the paint. */
export function afterFrame(run: () => void): void {
	requestAnimationFrame(() => {
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = run;
			port2.postMessage(null);
		});
	});
}
