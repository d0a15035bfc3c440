// Names for what Material leaves without one: its search dialog, and the lists of sections that have a page of their own.
const nameParts = () => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  for (const list of document.querySelectorAll(".md-nav[aria-labelledby]")) {
    const title = list.querySelector(":scope > .md-nav__title")?.textContent.trim();
    if (title) {
      list.removeAttribute("aria-labelledby");
      list.setAttribute("aria-label", title);
    }
  }
};
nameParts();
