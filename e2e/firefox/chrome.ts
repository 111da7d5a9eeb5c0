/**
 * What the tests use of Firefox's own window (its "chrome"). All of it is private to Firefox (153), so it is named here
 * alone: mozilla-central, devtools/client/framework and toolkit/components/extensions. The functions run in that window
 * as text, so they use only what they are given.
 */
export interface FirefoxWindow extends Window {
  readonly gBrowser: {
    readonly selectedTab: object;
    readonly selectedBrowser: RemoteBrowser;
    removeCurrentTab(): void;
  };
  readonly Services: { readonly prefs: { setStringPref(name: string, value: string): void } };
  readonly ChromeUtils: { importESModule(address: string): unknown };
  readonly WebExtensionPolicy: { getByID(id: string): { readonly extension: object } };
  /** Kept here from one call to the next. */
  toolbox: Toolbox;
}

interface Toolbox {
  readonly doc: Document;
  getAdditionalTools(): readonly Tool[];
  selectTool(id: string): Promise<unknown>;
  getPanel(id: string): { readonly panelWin: NetworkPanel };
}

/** The window of the Network panel, which keeps its store and the functions that make its actions. */
interface NetworkPanel {
  readonly store: {
    dispatch(action: unknown): void;
    getState(): { readonly requests: { readonly requests: readonly NetworkRequest[] } };
  };
  readonly actions: Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
  windowRequire(address: string): unknown;
}

interface NetworkRequest {
  readonly status: number;
  readonly url: string;
}

interface Tool {
  readonly id: string;
  readonly label: string;
}

/** The element that shows a page of another process. */
interface RemoteBrowser extends Element {
  readonly currentURI: { readonly spec: string };
  readonly webProgress: { readonly isLoadingDocument: boolean };
  readonly messageManager: MessageManager;
}

interface MessageManager {
  loadFrameScript(address: string, allowDelayedLoad: boolean): void;
  addMessageListener(name: string, listener: (message: { readonly data: Evaluated }) => void): void;
}

/** What a page's code came to: JSON, or the words of its error. */
export interface Evaluated {
  readonly value?: string;
  readonly error?: string;
}

/** Opens the toolbox on the selected tab, at its Network panel. */
export async function openToolbox(firefox: FirefoxWindow): Promise<void> {
  const loader = firefox.ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
  const { require } = loader as { require(address: string): unknown };
  const { gDevTools } = require("resource://devtools/client/framework/devtools.js") as {
    readonly gDevTools: { showToolboxForTab(tab: object, options: object): Promise<Toolbox> };
  };
  firefox.toolbox = await gDevTools.showToolboxForTab(firefox.gBrowser.selectedTab, { toolId: "netmonitor" });
}

/** Whether an extension has added a tab of this name yet. */
export function hasTool({ toolbox }: FirefoxWindow, label: string): boolean {
  return toolbox.getAdditionalTools().some((tool) => tool.label === label);
}

/** Shows a tab that an extension added. */
export async function showTool({ toolbox }: FirefoxWindow, label: string): Promise<void> {
  const tool = toolbox.getAdditionalTools().find((each) => each.label === label);
  if (tool === undefined) throw new Error(`the toolbox has no tab ${label}`);
  await toolbox.selectTool(tool.id);
}

/** Sets the filter of the Network panel. */
export function filterNetwork({ toolbox }: FirefoxWindow, text: string): void {
  const { store, actions } = toolbox.getPanel("netmonitor").panelWin;
  store.dispatch(actions["setRequestFilterText"]?.(text));
}

/** What the Network panel's "Import HAR File…" makes of a file's text: status and address of each request. */
export function importHar({ toolbox }: FirefoxWindow, text: string): readonly string[] {
  const { store, actions, windowRequire } = toolbox.getPanel("netmonitor").panelWin;
  const { HarImporter } = windowRequire("resource://devtools/client/netmonitor/src/har/har-importer.js") as {
    readonly HarImporter: new (actions: object) => { import(har: string): void };
  };
  const dispatched = Object.entries(actions).map(
    ([name, make]) => [name, (...given: readonly unknown[]) => store.dispatch(make(...given))] as const,
  );
  new HarImporter(Object.fromEntries(dispatched)).import(text);
  return store.getState().requests.requests.map(({ status, url }) => `${status} ${url}`);
}

/** Chooses the theme of the toolbox, as its settings do. */
export function setTheme({ Services }: FirefoxWindow, name: string): void {
  Services.prefs.setStringPref("devtools.theme", name);
}

/** Does what a click on the extension's toolbar button does. */
export async function pressToolbarButton(firefox: FirefoxWindow, extensionId: string): Promise<void> {
  const { ExtensionParent } = firefox.ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs") as {
    readonly ExtensionParent: { readonly apiManager: { readonly global: ActionModule } };
  };
  const { extension } = firefox.WebExtensionPolicy.getByID(extensionId);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(firefox);
}

interface ActionModule {
  browserActionFor(extension: object): { triggerAction(firefox: Window): Promise<void> };
}

export function closeTab({ gBrowser }: FirefoxWindow): void {
  gBrowser.removeCurrentTab();
}

export function clipboardText({ navigator }: FirefoxWindow): Promise<string> {
  return navigator.clipboard.readText();
}

export interface PageCode {
  /** The extension's tab of the toolbox, or the page of the selected tab. */
  readonly where: "panel" | "page";
  /** An expression; a promise is awaited. Its value is a text. */
  readonly expression: string;
}

/**
 * Evaluates an expression as the page's own code, as if the user had just clicked there. The error says so while the
 * page is not there.
 */
export function evaluateInPage(firefox: FirefoxWindow, { where, expression }: PageCode): Promise<Evaluated> {
  const { gBrowser, toolbox } = firefox;
  const frames = toolbox.getAdditionalTools().map(({ id }) => toolbox.doc.getElementById(`toolbox-panel-iframe-${id}`));
  const [frame] = frames as (HTMLIFrameElement | null)[];
  const panel = frame?.contentDocument?.querySelector<RemoteBrowser>("browser");
  const browser = where === "panel" ? panel : gBrowser.selectedBrowser;
  // Code that is evaluated in a page which is about to be replaced never ends.
  if (!browser || browser.currentURI.spec === "about:blank" || browser.webProgress.isLoadingDocument)
    return Promise.resolve({ error: "The page is not there yet." });
  // Evaluating in a sandbox of the page is free of the page's content security policy, as DevTools' console is.
  const name = `evaluated-${firefox.performance.now()}`;
  const frameScript = `{
    content.document.notifyUserGestureActivation();
    const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    (async () => Components.utils.evalInSandbox(${JSON.stringify(expression)}, sandbox))().then(
      (value) => sendAsyncMessage(${JSON.stringify(name)}, { value }),
      (error) => sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) }));
  }`;
  return new Promise((resolve) => {
    browser.messageManager.addMessageListener(name, ({ data }) => resolve(data));
    browser.messageManager.loadFrameScript(`data:,${encodeURIComponent(frameScript)}`, false);
  });
}
