interface PolicyRules {
  createHTML(text: string): string | null;
}

interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): unknown;
}

/** Text that could not open or close a tag; anything else is refused. */
export function passPlainText(text: string): string | null {
  return /[<>]/.test(text) ? null : text;
}

/**
 * Under the desk's policy every string on its way into markup or code passes here. Style rules of the UI kit are plain text and
 * go through; markup does not, and addresses and code of scripts have no rule at all, so that they are refused.
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createHTML: passPlainText });
}
