// Each probe tries one thing the window must not be able to do, from the page's own code: what a test
// tool evaluates goes round the content security policy and would prove nothing.

/** A file that exists only in the page; its bytes follow `patternBytes` of the tests. */
export function makeFile(name: string, sizeBytes: number): File {
  return new File([Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 7) % 251)], name);
}

type Outcome = 'ran' | 'refused';

/** Evaluates text as script. */
export function evaluate(): Outcome {
  try {
    // The direct way is what an attacker would take.
    // biome-ignore lint/security/noGlobalEval: the probe is there to be refused
    return eval('1 + 1') === 2 ? 'ran' : 'refused';
  } catch {
    return 'refused';
  }
}

export function makeFunction(): Outcome {
  try {
    return new Function('return 1')() === 1 ? 'ran' : 'refused';
  } catch {
    return 'refused';
  }
}

/** Puts markup with a script into the page. */
export function writeMarkup(): Outcome {
  try {
    const box = document.createElement('div');
    box.innerHTML = '<img src=x onerror="window.markupRan = true">';
    document.body.append(box);
    return 'ran';
  } catch {
    return 'refused';
  }
}

/** Adds an inline script element. */
export function addInlineScript(): Outcome {
  try {
    const script = document.createElement('script');
    script.textContent = 'window.addedInlineRan = true';
    document.body.append(script);
  } catch {
    return 'refused';
  }
  return 'addedInlineRan' in window ? 'ran' : 'refused';
}

/** Loads a picture from elsewhere. */
export function loadImage(address: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve('ran');
    image.onerror = () => resolve('refused');
    image.src = address;
  });
}

export async function fetchFrom(address: string): Promise<Outcome> {
  try {
    await fetch(address);
    return 'ran';
  } catch {
    return 'refused';
  }
}

/** Makes a second Trusted Types policy. */
export function makePolicy(name: string): Outcome {
  const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } };
  try {
    trustedTypes.createPolicy(name, {});
    return 'ran';
  } catch {
    return 'refused';
  }
}

export function openWindow(address: string): Outcome {
  return window.open(address) === null ? 'refused' : 'ran';
}

/** Leaves the page, by script or by a link. */
export function leaveTo(address: string, way: 'script' | 'link' | 'form'): void {
  if (way === 'script') {
    location.href = address;
    return;
  }
  if (way === 'link') {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'leave';
    document.body.append(link);
    link.click();
    return;
  }
  const form = document.createElement('form');
  form.action = address;
  document.body.append(form);
  form.submit();
}

/** The state of a permission by its web name, or `unknown` where the browser knows no such name. */
export async function permissionState(name: string): Promise<string> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return 'unknown';
  }
}

/** Tries to use what a permission guards. */
export async function usePermission(name: string): Promise<Outcome> {
  try {
    return (await uses[name]?.()) === true ? 'ran' : 'refused';
  } catch {
    return 'refused';
  }
}

const uses: Record<string, () => Promise<boolean>> = {
  notifications: async () => (await Notification.requestPermission()) === 'granted',
  camera: async () => (await navigator.mediaDevices.getUserMedia({ video: true })) !== null,
  microphone: async () => (await navigator.mediaDevices.getUserMedia({ audio: true })) !== null,
  'display-capture': async () => (await navigator.mediaDevices.getDisplayMedia()) !== null,
  geolocation: () =>
    new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(true),
        () => resolve(false),
      ),
    ),
  'clipboard-read': async () => typeof (await navigator.clipboard.readText()) === 'string',
  midi: async () => (await navigator.requestMIDIAccess()) !== null,
  'persistent-storage': () => navigator.storage.persist(),
};

/** Runs the probes that need no argument; what each came to, by name. */
export async function tryEverything(): Promise<Record<string, Outcome>> {
  // A task of the page's own: below a call from the test tool even eval would be allowed.
  await new Promise((resolve) => setTimeout(resolve));
  const globals = window as unknown as Record<string, unknown>;
  makePolicy('default');
  return {
    eval: evaluate(),
    Function: makeFunction(),
    markup: writeMarkup(),
    'inline script added later': addInlineScript(),
    'second policy': makePolicy('another'),
    'default policy again': makePolicy('default'),
    'remote picture': await loadImage('https://remote.example/pixel.png'),
    'picture in the address': await loadImage('data:image/gif;base64,R0lGODlhAQABAAAAACw='),
    'remote fetch': await fetchFrom('https://remote.example/data.json'),
    'own fetch': await fetchFrom('/index.html'),
    'inline script in the page': globals.inlineRan === true ? 'ran' : 'refused',
    'handler in the page': globals.handlerRan === true ? 'ran' : 'refused',
  };
}
