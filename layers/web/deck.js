// One step at a time. The address keeps which (#3), so that reading on and a link to a step work.
(() => {
  const root = document.documentElement;
  const steps = [...document.querySelectorAll(".step")];
  const done = document.querySelector(".progress i");
  const place = document.querySelector(".place");
  const [backButton, helpButton, onButton] = ["back", "help", "on"].map((kind) => document.querySelector(".bar ." + kind));
  let now = 0, typed = "";

  function tell() {
    place.textContent = typed ? "→ " + typed : now + 1 + " / " + steps.length;
  }
  function show(number, keep) {
    const before = now;
    now = Math.max(0, Math.min(steps.length - 1, number));
    steps.forEach((step, i) => step.classList.toggle("now", i === now));
    done.style.width = (100 * (now + 1)) / steps.length + "%";
    backButton.disabled = now === 0;
    onButton.disabled = now === steps.length - 1;
    if (!keep) history.replaceState(null, "", "#" + (now + 1));
    if (now !== before) root.classList.add("moved");
    root.classList.remove("black", "white", "with-keys");
    areas().forEach((area) => { area.scrollTop = 0; area.tabIndex = canScroll(area) ? 0 : -1; });
    steps[now].querySelector(".title").focus({ preventScroll: true });
    tell();
  }
  function cover(colour) {
    const covered = root.classList.contains(colour);
    root.classList.remove("black", "white");
    if (!covered) root.classList.add(colour);
  }
  const asked = () => parseInt(location.hash.slice(1), 10) - 1 || 0;

  // Upright the whole step scrolls, else its card.
  const areas = () => [steps[now], steps[now].querySelector(".card")].filter((area) => area);
  const canScroll = (area) => getComputedStyle(area).overflowY === "auto" && area.scrollHeight > area.clientHeight + 1;
  function scrolled(direction) {
    const area = areas().find(canScroll);
    if (!area) return false;
    const before = area.scrollTop;
    area.scrollTop += direction * area.clientHeight * 0.8;
    return Math.abs(area.scrollTop - before) > 1;
  }

  const on = () => show(now + 1), back = () => show(now - 1);
  const keys = {
    ArrowRight: on, PageDown: on, " ": on, Enter: () => (typed ? show(Number(typed) - 1) : on()),
    ArrowLeft: back, PageUp: back, Backspace: back,
    ArrowDown: () => scrolled(1) || on(), ArrowUp: () => scrolled(-1) || back(),
    Home: () => show(0), End: () => show(steps.length - 1),
    b: () => cover("black"), ".": () => cover("black"), w: () => cover("white"), ",": () => cover("white"),
    n: () => root.classList.toggle("with-notes"),
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(() => {}),
    "?": () => root.classList.toggle("with-keys"), F1: () => root.classList.toggle("with-keys"),
    Escape: () => root.classList.remove("with-keys", "black", "white"),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter")) return;
    if (/^[0-9]$/.test(event.key)) {
      typed = (typed + event.key).slice(-4);
      return tell();
    }
    const does = event.key === " " && event.shiftKey ? back : keys[event.key] || keys[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    const covered = root.classList.contains("black") || root.classList.contains("white");
    covered && (does === on || does === back) ? show(now) : does();  // the first key only brings it back
    typed = "";
    tell();
  });

  backButton.addEventListener("click", back);
  onButton.addEventListener("click", on);
  helpButton.addEventListener("click", () => {
    root.classList.toggle("with-keys");
    helpButton.blur();  // the space bar goes on
  });
  // A tap on the right half goes on, on the left half back; selecting words does neither. Upright one reads and scrolls.
  addEventListener("click", (event) => {
    if (event.target.closest(".bar") || String(getSelection())) return;
    if (root.classList.contains("with-keys")) return root.classList.remove("with-keys");
    if (root.classList.contains("black") || root.classList.contains("white")) return show(now);
    if (matchMedia("(max-aspect-ratio: 4/5)").matches) return;
    event.clientX < innerWidth / 2 ? back() : on();
  });

  // A swipe of one finger; not where the map is enlarged with two.
  let from = null;
  const enlarged = () => window.visualViewport && visualViewport.scale > 1.05;
  addEventListener("touchstart", (event) => {
    from = event.touches.length === 1 && !enlarged() ? event.touches[0] : null;
  }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!from || event.touches.length) return;
    const x = event.changedTouches[0].clientX - from.clientX, y = event.changedTouches[0].clientY - from.clientY;
    from = null;
    if (Math.abs(x) > 48 && Math.abs(x) > 1.5 * Math.abs(y)) x < 0 ? on() : back();
  }, { passive: true });
  addEventListener("touchcancel", () => { from = null; }, { passive: true });
  // What was held upright prints the maps it has shown, which leave no room for a title above them.
  addEventListener("beforeprint", () => {
    const map = steps[now].querySelector(".map");
    root.classList.toggle("upright", map.naturalWidth < 1.4 * map.naturalHeight);
  });
  addEventListener("hashchange", () => show(asked(), true));

  root.classList.add("presenting");
  show(asked(), true);
  root.classList.toggle("moved", now > 0);
})();
