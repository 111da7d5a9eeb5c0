import browser from "webextension-polyfill";

/** The toolbar button opens the panel as a tab of its own, where it reads files. */
browser.action.onClicked.addListener(() => {
  void browser.tabs.create({ url: "/panel/index.html" });
});
