// Copying text.

/** Copies; answers whether the browser let it happen. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A button's handler that copies, and says on the button that it did. */
export function copyOnClick(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    button.textContent = (await copy(text())) ? "Copied" : "Not allowed here";
    button.addEventListener("blur", () => button.replaceChildren(label ?? ""), { once: true });
  });
}
