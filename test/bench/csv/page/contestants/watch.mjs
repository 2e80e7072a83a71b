/** Calls `look` now and after each change below `node`, until it answers with something. */
export function until(/** @type {Node} */ node, /** @type {() => unknown} */ look) {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(check);
    function check() {
      try {
        if (!look()) return false;
      } catch (error) {
        observer.disconnect();
        reject(error);
        return true;
      }
      observer.disconnect();
      resolve(undefined);
      return true;
    }
    if (!check()) observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/** The next frame is on screen: the task after the one that drew it. */
export function painted() {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
}

/** As the browser's own dialog gives it. @param {HTMLInputElement} input @param {File} file */
export function choose(input, file) {
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
